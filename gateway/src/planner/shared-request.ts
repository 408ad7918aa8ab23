import {
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type NameNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { EntitySlot, FetchNode } from './plan.ts';
import type { PlannedFetch } from './planned-fetches.ts';

/** One request of entities in place of several to the same subgraph, each of which becomes a root field of it. */
export function sharedRequest(parts: readonly PlannedFetch[]): FetchNode {
  const [first] = parts;
  if (!first) throw new Error('Nothing is asked for');
  const named = parts.map(namedApart);
  const document = documentOf(named.map((part) => part.document));
  return {
    ...first.fetch,
    document,
    text: stripIgnoredCharacters(print(document)),
    variables: [...new Set(parts.flatMap(({ fetch }) => fetch.variables))],
    entities: named.flatMap(({ slots }) => slots),
  };
}

type NamedPart = Readonly<{ document: DocumentNode; slots: readonly EntitySlot[] }>;

/** A fetch that stands at the root, under names that only it has in the request. */
function namedApart({ fetch, place }: PlannedFetch, at: number): NamedPart {
  const slots = (fetch.entities ?? []).map((slot) => ({
    ...slot,
    answer: `_entities_${at}`,
    variable: `${slot.variable}_${at}`,
    paths: slot.paths.map((path) => [...place, ...path]),
  }));
  const ownVariables = new Set(fetch.entities?.map(({ variable }) => variable));
  const document: DocumentNode = visit(fetch.document, {
    Variable: (variable) =>
      ownVariables.has(variable.name.value) ? { ...variable, name: renamed(variable.name, at) } : undefined,
    OperationDefinition: {
      leave: (operation) => ({
        ...operation,
        selectionSet: {
          ...operation.selectionSet,
          selections: operation.selectionSet.selections.map((field) => answeredApart(field, at)),
        },
      }),
    },
  });
  return { document, slots };
}

const renamed = (name: NameNode, at: number): NameNode => ({ ...name, value: `${name.value}_${at}` });

const answeredApart = (field: SelectionNode, at: number): SelectionNode =>
  field.kind === Kind.FIELD ? { ...field, alias: renamed(field.name, at) } : field;

function documentOf(documents: readonly DocumentNode[]): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations = documents.flatMap((document, at) => {
    const { definitions } = withoutClash(document, at, fragments);
    for (const each of definitions) if (isFragment(each)) fragments.set(each.name.value, each);
    return definitions.filter(isOperation);
  });
  return { kind: Kind.DOCUMENT, definitions: [oneOperation(operations), ...fragments.values()] };
}

type FragmentsByName = ReadonlyMap<string, FragmentDefinitionNode>;

const withoutClash = (document: DocumentNode, at: number, fragments: FragmentsByName): DocumentNode =>
  clashes(document, fragments) ? withoutClash(withOwnFragments(document, at), at, fragments) : document;

/** Whether another part calls something else by the name of one of its fragments. */
const clashes = ({ definitions }: DocumentNode, fragments: FragmentsByName): boolean =>
  definitions.filter(isFragment).some((fragment) => {
    const known = fragments.get(fragment.name.value);
    return known !== undefined && print(known) !== print(fragment);
  });

const withOwnFragments = (document: DocumentNode, at: number): DocumentNode =>
  visit(document, {
    FragmentDefinition: (fragment) => ({ ...fragment, name: renamed(fragment.name, at) }),
    FragmentSpread: (spread) => ({ ...spread, name: renamed(spread.name, at) }),
  });

function oneOperation(operations: readonly OperationDefinitionNode[]): OperationDefinitionNode {
  const [first] = operations;
  if (!first) throw new Error('Nothing is asked for');
  const variables = new Map<string, VariableDefinitionNode>();
  for (const { variableDefinitions = [] } of operations) {
    for (const each of variableDefinitions) variables.set(each.variable.name.value, each);
  }
  const selections = operations.flatMap(({ selectionSet }) => selectionSet.selections);
  return {
    ...first,
    variableDefinitions: [...variables.values()],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

const isFragment = (definition: DefinitionNode): definition is FragmentDefinitionNode =>
  definition.kind === Kind.FRAGMENT_DEFINITION;

const isOperation = (definition: DefinitionNode): definition is OperationDefinitionNode =>
  definition.kind === Kind.OPERATION_DEFINITION;
