import { isAbstractType, isCompositeType, type GraphQLCompositeType, type GraphQLSchema } from 'graphql';
import { isJsonObject, type JsonObject } from '../json-object.ts';
import { note, Null, type Place, type Write, type Writing, type Written } from './written.ts';

/** Writes an object that is there. */
export type WriteObject = (object: JsonObject, writing: Writing) => Written;

export type ObjectParts = Readonly<{ schema: GraphQLSchema; place: Place }>;

/** An object, an interface or a union: what is written depends on the type that the value says it is of. */
export function writeObjectOf(
  type: GraphQLCompositeType,
  compile: (real: GraphQLCompositeType) => WriteObject,
  { schema, place }: ObjectParts,
): Write {
  const writerOf = isAbstractType(type) ? ofAnyType(type, compile, schema) : ofOneType(type, compile(type), schema);
  return (value, writing) => {
    if (value === null || value === undefined) return Null.plain;
    if (!isJsonObject(value)) {
      note(writing, 'Invalid non-object value found for', place);
      return Null.reported;
    }
    const write = writerOf(value['__typename'] ?? type.name);
    if (write) return write(value, writing);
    note(writing, 'Invalid __typename found for object at', place);
    return Null.reported;
  };
}

/** Undefined for a name that is not known, or not for clients. */
type WriterOf = (typeName: unknown) => WriteObject | undefined;

function ofAnyType(
  type: GraphQLCompositeType,
  compile: (real: GraphQLCompositeType) => WriteObject,
  schema: GraphQLSchema,
): WriterOf {
  const known = new Map<unknown, WriteObject>();
  return (name) => {
    const write = known.get(name);
    if (write) return write;
    const real = name === type.name ? type : schema.getType(String(name));
    if (!isCompositeType(real)) return undefined;
    const compiled = compile(real);
    known.set(name, compiled);
    return compiled;
  };
}

/** A subgraph that knows the type by an interface alone may have named that. */
const ofOneType =
  (type: GraphQLCompositeType, write: WriteObject, schema: GraphQLSchema): WriterOf =>
  (name) =>
    name === type.name || isAbstractType(schema.getType(String(name))) ? write : undefined;
