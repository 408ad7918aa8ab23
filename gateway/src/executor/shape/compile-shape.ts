import {
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isJsonObject, type JsonObject } from '../json-object.ts';
import { collectFields, type CollectedField, type Parts, type Selecting } from './collect-fields.ts';
import type { Condition } from './condition.ts';
import { neverNull } from './null-bubbling.ts';
import { writeLeaf } from './write-leaf.ts';
import { note, Null, type Place, type Write, type Writing, type Written } from './written.ts';

/** Writes an object that is there. */
export type WriteObject = (object: JsonObject, writing: Writing) => Written;

/** The answer of an operation as the client asked for it: what else was fetched falls away, keys are in its order. */
export function compileShape(operation: OperationDefinitionNode, selecting: Selecting): WriteObject {
  const type = selecting.schema.getRootType(operation.operation);
  if (!type) throw new Error(`The graph has no ${operation.operation}`);
  return compileObject(type, new Map([[operation.selectionSet, null]]), { ...selecting, known: new WeakMap() });
}

/** Objects that were compiled before, by what is selected and from which type. */
type Compiling = Selecting & Readonly<{ known: WeakMap<SelectionSetNode, Map<string, WriteObject>> }>;

function compileObject(type: GraphQLCompositeType, parts: Parts, compiling: Compiling): WriteObject {
  const single = parts.size === 1 ? [...parts][0] : undefined;
  if (single?.[1] !== null) return objectOf(type, parts, compiling);

  const byType = compiling.known.get(single[0]) ?? new Map<string, WriteObject>();
  compiling.known.set(single[0], byType);
  const known = byType.get(type.name) ?? objectOf(type, parts, compiling);
  byType.set(type.name, known);
  return known;
}

type Field = Readonly<{ name: string; first: string; next: string; when: Condition; write: Write }>;

function objectOf(type: GraphQLCompositeType, parts: Parts, compiling: Compiling): WriteObject {
  const fields = collectFields(type, parts, compiling).map((field) => compileField(type, field, compiling));
  return (object, writing) => {
    const depth = writing.depth + 1;
    writing.depth = depth;
    let text = '';
    for (let at = 0; at < fields.length; at += 1) {
      const field = fields[at] as Field;
      if (field.when !== null && !field.when(writing.variables)) continue;
      writing.path[depth] = field.name;
      const written = field.write(object[field.name], writing);
      if (written === Null.bubbling) {
        writing.depth = depth - 1;
        return Null.reported;
      }
      text += (text === '' ? field.first : field.next) + (typeof written === 'string' ? written : 'null');
    }
    writing.depth = depth - 1;
    return text === '' ? '{}' : text + '}';
  };
}

function compileField(type: GraphQLCompositeType, field: CollectedField, compiling: Compiling): Field {
  const { responseName: name, when } = field;
  return { name, first: `{"${name}":`, next: `,"${name}":`, when, write: fieldWriter(type, field, compiling) };
}

function fieldWriter(
  type: GraphQLCompositeType,
  { responseName, node, parts }: CollectedField,
  compiling: Compiling,
): Write {
  const fieldName = node.name.value;
  if (fieldName === '__typename') return writeTypeName(type);
  if (fieldName === '__schema' || fieldName === '__type') {
    return (_value, { introspected }) => JSON.stringify(introspected[responseName] ?? null);
  }
  const definition = 'getFields' in type ? type.getFields()[fieldName] : undefined;
  if (!definition) throw new Error(`${type.name} has no field ${fieldName}`);
  return compileValue(definition.type, type.name, parts, compiling);
}

/** The type that the object is known to be. An interface is none: then its real type was not to be found. */
function writeTypeName(type: GraphQLCompositeType): Write {
  const text = JSON.stringify(type.name);
  return isAbstractType(type) ? () => Null.bubbling : () => text;
}

function compileValue(type: GraphQLOutputType, parent: string, parts: Parts, compiling: Compiling): Write {
  const place: Place = { parent, type: String(type) };
  if (isNonNullType(type))
    return neverNull(compileValue(type.ofType, parent, parts, compiling), { parent, type: String(type.ofType) });
  if (isListType(type)) return writeList(compileValue(type.ofType, parent, parts, compiling), place);
  if (isLeafType(type)) return writeLeaf(type, place);
  return isAbstractType(type)
    ? writeOfAnyType(type, parts, place, compiling)
    : writeOfOneType(compileObject(type, parts, compiling), type, place, compiling);
}

const writeList =
  (write: Write, place: Place): Write =>
  (value, writing) => {
    if (value === null || value === undefined) return Null.plain;
    if (!Array.isArray(value)) {
      note(writing, 'Invalid non-list value found for', place);
      return Null.reported;
    }
    writing.depth += 1;
    let text = '[';
    let isWhole = true;
    for (let at = 0; at < value.length; at += 1) {
      writing.path[writing.depth] = at;
      const written = write(value[at], writing);
      if (written === Null.bubbling) isWhole = false;
      text += (at === 0 ? '' : ',') + (typeof written === 'string' ? written : 'null');
    }
    writing.depth -= 1;
    return isWhole ? `${text}]` : Null.reported;
  };

const writeComposite =
  (write: WriteObject, place: Place): Write =>
  (value, writing) => {
    if (value === null || value === undefined) return Null.plain;
    if (isJsonObject(value)) return write(value, writing);
    note(writing, 'Invalid non-object value found for', place);
    return Null.reported;
  };

/**
 * An object of the one type that it can be. A subgraph that knows it by an interface alone may have named that; what is
 * not for clients, or not known, is not written.
 */
const writeOfOneType = (write: WriteObject, type: GraphQLObjectType, place: Place, { schema }: Compiling): Write =>
  writeComposite((object, writing) => {
    const name = object['__typename'];
    const isOne = name === type.name || name === undefined || name === null;
    if (isOne || (typeof name === 'string' && isAbstractType(schema.getType(name)))) return write(object, writing);
    note(writing, 'Invalid __typename found for object at', place);
    return Null.reported;
  }, place);

/** An interface or a union: what is written depends on the type that the object names. */
function writeOfAnyType(type: GraphQLCompositeType, parts: Parts, place: Place, compiling: Compiling): Write {
  const byName = new Map<string, WriteObject>();
  const writerOf = (name: string): WriteObject | undefined => {
    const known = byName.get(name);
    if (known) return known;
    const named = compiling.schema.getType(name);
    if (!isCompositeType(named)) return undefined;
    const write = compileObject(named, parts, compiling);
    byName.set(name, write);
    return write;
  };
  return writeComposite((object, writing) => {
    const name = object['__typename'] ?? type.name;
    const write = typeof name === 'string' ? writerOf(name) : undefined;
    if (write) return write(object, writing);
    note(writing, 'Invalid __typename found for object at', place);
    return Null.reported;
  }, place);
}
