import {
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { JsonObject } from '../json-object.ts';
import type { ClientNames } from '../safe-names.ts';
import { collectFields, type CollectedField, type Parts, type Selecting } from './collect-fields.ts';
import type { Condition } from './condition.ts';
import { neverNull } from './null-bubbling.ts';
import { writeLeaf } from './write-leaf.ts';
import { writeList } from './write-list.ts';
import { writeObjectOf, type WriteObject } from './write-object.ts';
import { Null, type Place, type Write } from './written.ts';

/** What is selected of which graph, and what the client calls it. */
export type Shaping = Selecting & Readonly<{ clientNames: ClientNames }>;

/** The answer of an operation as the client asked for it: what else was fetched falls away, keys are in its order. */
export function compileShape(operation: OperationDefinitionNode, shaping: Shaping): WriteObject {
  const type = shaping.schema.getRootType(operation.operation);
  if (!type) throw new Error(`The graph has no ${operation.operation}`);
  return compileObject(type, new Map([[operation.selectionSet, null]]), { ...shaping, known: new WeakMap() });
}

/** With objects that were compiled before, by what is selected and from which type. */
type Compiling = Shaping & Readonly<{ known: WeakMap<SelectionSetNode, Map<string, WriteObject>> }>;

function compileObject(type: GraphQLCompositeType, parts: Parts, compiling: Compiling): WriteObject {
  const single = parts.size === 1 ? [...parts][0] : undefined;
  if (single?.[1] !== null) return writeFields(type, parts, compiling);

  const byType = compiling.known.get(single[0]) ?? new Map<string, WriteObject>();
  compiling.known.set(single[0], byType);
  const known = byType.get(type.name) ?? writeFields(type, parts, compiling);
  byType.set(type.name, known);
  return known;
}

type Field = Readonly<{
  /** Its key in what was fetched. */
  name: string;
  /** Its key in the answer, and that as JSON text. */
  answered: string;
  key: string;
  when: Condition;
  write: Write;
}>;

function writeFields(type: GraphQLCompositeType, parts: Parts, compiling: Compiling): WriteObject {
  const fields = collectFields(type, parts, compiling).map((field) => compileField(type, field, compiling));
  return (object: JsonObject, writing) => {
    writing.depth += 1;
    let text = '';
    for (const { name, answered, key, when, write } of fields) {
      if (when !== null && !when(writing.variables)) continue;
      writing.path[writing.depth] = answered;
      const written = write(object[name], writing);
      if (written === Null.bubbling) {
        writing.depth -= 1;
        return Null.reported;
      }
      text += (text === '' ? '{' : ',') + key + (typeof written === 'string' ? written : 'null');
    }
    writing.depth -= 1;
    return text === '' ? '{}' : `${text}}`;
  };
}

function compileField(type: GraphQLCompositeType, field: CollectedField, compiling: Compiling): Field {
  const { responseName: name, when } = field;
  const answered = compiling.clientNames.get(name) ?? name;
  return { name, answered, key: `"${answered}":`, when, write: compileWrite(type, field, compiling) };
}

function compileWrite(type: GraphQLCompositeType, field: CollectedField, compiling: Compiling): Write {
  const { responseName, node, parts } = field;
  const name = node.name.value;
  if (name === '__typename') return writeTypeName(type);
  if (name === '__schema' || name === '__type') return writeIntrospected(responseName);
  const definition = 'getFields' in type ? type.getFields()[name] : undefined;
  if (!definition) throw new Error(`${type.name} has no field ${name}`);
  return compileValue(definition.type, type.name, parts, compiling);
}

/** The type that the object is known to be. An interface is none: then its real type was not to be found. */
function writeTypeName(type: GraphQLCompositeType): Write {
  const text = JSON.stringify(type.name);
  return isAbstractType(type) ? () => Null.bubbling : () => text;
}

const writeIntrospected =
  (name: string): Write =>
  (_value, { introspected }) =>
    JSON.stringify(introspected[name] ?? null);

function compileValue(type: GraphQLOutputType, parent: string, parts: Parts, compiling: Compiling): Write {
  const place: Place = { parent, type: String(type) };
  if (isNonNullType(type)) {
    return neverNull(compileValue(type.ofType, parent, parts, compiling), { parent, type: String(type.ofType) });
  }
  if (isListType(type)) return writeList(compileValue(type.ofType, parent, parts, compiling), place);
  if (isLeafType(type)) return writeLeaf(type, place);
  return writeObjectOf(type, (real) => compileObject(real, parts, compiling), { schema: compiling.schema, place });
}
