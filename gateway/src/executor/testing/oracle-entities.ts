import {
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
  type FieldNode,
  type SelectionSetNode,
} from 'graphql';
import {
  argumentOf,
  directivesOf,
  isLocated,
  localField,
  typeNameOf,
  type Located,
  type OracleGraph,
  type OracleSubgraph,
} from './oracle-graph.ts';

type JsonObject = Record<string, unknown>;

/** An object, and the type that it really is. */
type Asking = Readonly<{ object: Located; type: string; seeking?: readonly string[] }>;

export type EntityJump = Readonly<{
  /** A field of an object, whoever owns it. */
  fieldOf: (asking: Asking, field: string, given: object) => Promise<unknown>;
  /** What an object really is, also where the subgraph it came from knows an interface alone. */
  typeOf: (object: Located) => Promise<string | undefined>;
}>;

/** Goes from the object in hand to the same object in another subgraph, by its keys. */
export function entityJump(graph: OracleGraph): EntityJump {
  const subgraphs = [...graph.values()];

  /** `seeking` are the fields that are looked for on the way here: a key is not found by way of itself. */
  async function fieldOf({ object, type, seeking = [] }: Asking, field: string, given: object): Promise<unknown> {
    if (seeking.includes(field)) return null;
    const asking = { object, type, seeking: [...seeking, field] };
    const here = localField(graph, object.subgraph, object.type, field);
    const isHere = here && !requiredBy(object.subgraph, object.type, field);
    const value = isHere ? await here(object.value, given) : await fieldElsewhere(asking, field, given);
    if (isLocated(value)) value.elsewhere ??= (subgraph) => fieldIn(subgraph, asking, field, given);
    return value;
  }

  async function fieldElsewhere(asking: Asking, field: string, given: object): Promise<unknown> {
    for (const subgraph of subgraphs) {
      const value = await fieldIn(subgraph, asking, field, given);
      if (value !== null) return value;
    }
    return null;
  }

  async function fieldIn(subgraph: OracleSubgraph, asking: Asking, field: string, given: object): Promise<unknown> {
    for (const name of namesOf(subgraph, asking.type)) {
      const there = localField(graph, subgraph, name, field);
      if (!there) continue;
      const source = await entityIn(subgraph, name, asking, requiredBy(subgraph, name, field));
      if (source) return await there(source, given);
      // What has no key is found again by way of what holds it.
      const again = keysOf(subgraph, name).length === 0 ? await asking.object.elsewhere?.(subgraph) : null;
      if (isLocated(again)) return await there(again.value, given);
    }
    return null;
  }

  async function entityIn(
    subgraph: OracleSubgraph,
    name: string,
    asking: Asking,
    required: SelectionSetNode | null,
  ): Promise<object | null> {
    for (const key of keysOf(subgraph, name)) {
      const representation = await selected(asking, key);
      if (Object.values(representation).includes(null)) continue;
      if (required) Object.assign(representation, await selected(asking, required));
      return resolvedReference(subgraph, name, representation);
    }
    return null;
  }

  async function selected(asking: Asking, { selections }: SelectionSetNode): Promise<JsonObject> {
    const part: JsonObject = {};
    for (const field of selections) {
      if (field.kind !== Kind.FIELD) continue;
      const value = await fieldOf(asking, field.name.value, givenTo(field));
      part[field.name.value] = await plain(value, field.selectionSet);
    }
    return part;
  }

  async function plain(value: unknown, selectionSet: SelectionSetNode | undefined): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((element) => plain(element, selectionSet)));
    if (!isLocated(value)) return value;
    if (!selectionSet) return null;
    return selected({ object: value, type: (await typeOf(value)) ?? value.type }, selectionSet);
  }

  async function typeOf(object: Located): Promise<string | undefined> {
    const knowing = subgraphs.find(({ schema }) => isInterfaceType(schema.getType(object.type)));
    if (!knowing) return object.type;
    const entity = await entityIn(knowing, object.type, { object, type: object.type }, null);
    return entity ? typeNameOf(entity, object.type, knowing) : undefined;
  }

  return { fieldOf, typeOf };
}

/** What a type is called in a subgraph: an interface object stands for all types of the interface. */
function namesOf({ schema }: OracleSubgraph, type: string): readonly string[] {
  const standIns = Object.values(schema.getTypeMap()).filter(
    (each) => isObjectType(each) && directivesOf(each.astNode, 'interfaceObject').length > 0,
  );
  return schema.getType(type) ? [type] : standIns.map(({ name }) => name);
}

const keysOf = ({ schema }: OracleSubgraph, type: string): readonly SelectionSetNode[] =>
  directivesOf(schema.getType(type)?.astNode, 'key').flatMap((key) =>
    argumentOf(key, 'resolvable') === false ? [] : [fieldSet(argumentOf(key, 'fields'))],
  );

function requiredBy({ schema }: OracleSubgraph, typeName: string, field: string): SelectionSetNode | null {
  const type = schema.getType(typeName);
  const [requires] = isObjectType(type) ? directivesOf(type.getFields()[field]?.astNode, 'requires') : [];
  return requires ? fieldSet(argumentOf(requires, 'fields')) : null;
}

function fieldSet(fields: string | boolean | null): SelectionSetNode {
  const [definition] = parse(`{ ${fields} }`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`no field set: ${fields}`);
  return definition.selectionSet;
}

const givenTo = (field: FieldNode): JsonObject =>
  Object.fromEntries((field.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

async function resolvedReference(
  { name, resolvers }: OracleSubgraph,
  type: string,
  representation: JsonObject,
): Promise<object | null> {
  const resolve = resolvers[type]?.['__resolveReference'];
  if (!resolve) throw new Error(`${name} has no reference resolver for ${type}`);
  return (await resolve({ __typename: type, ...representation })) as object | null;
}
