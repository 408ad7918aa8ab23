import {
  isEnumType,
  isInterfaceType,
  Kind,
  type ConstDirectiveNode,
  type GraphQLInterfaceType,
  type GraphQLSchema,
} from 'graphql';

/** The names of types, each with the name of the interface object that a subgraph has in its place. */
export type StandIns = ReadonlyMap<unknown, string>;

/** For each subgraph with interface objects (`@interfaceObject`): how it calls the types that it does not know. */
export function standIns(supergraph: GraphQLSchema): ReadonlyMap<string, StandIns> {
  const found = new Map<string, Map<unknown, string>>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isInterfaceType(type)) continue;
    for (const [key, service] of servicesOf(supergraph)) {
      if (!isInterfaceObject(type, key)) continue;
      const names = found.get(service) ?? new Map<unknown, string>();
      for (const name of unknownTo(key, type, supergraph)) names.set(name, type.name);
      found.set(service, names);
    }
  }
  return found;
}

/** The supergraph's own words for its subgraphs: `STAFF_CARE @join__graph(name: "staff-care")`. */
function servicesOf(supergraph: GraphQLSchema): readonly (readonly [key: string, service: string])[] {
  const graphs = supergraph.getType('join__Graph');
  if (!isEnumType(graphs)) return [];
  return graphs.getValues().map(({ name, astNode }) => [name, stringOf(astNode?.directives?.[0], 'name') ?? name]);
}

const isInterfaceObject = (type: GraphQLInterfaceType, key: string): boolean =>
  joinsOf(type).some((join) => graphOf(join) === key && argumentOf(join, 'isInterfaceObject')?.kind === Kind.BOOLEAN);

const unknownTo = (key: string, type: GraphQLInterfaceType, supergraph: GraphQLSchema): readonly string[] =>
  supergraph
    .getPossibleTypes(type)
    .filter((object) => !joinsOf(object).some((join) => graphOf(join) === key))
    .map(({ name }) => name);

type Joined = Readonly<{ astNode?: { directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined }>;

const joinsOf = ({ astNode }: Joined): readonly ConstDirectiveNode[] =>
  (astNode?.directives ?? []).filter(({ name }) => name.value === 'join__type');

function graphOf(join: ConstDirectiveNode): string | null {
  const graph = argumentOf(join, 'graph');
  return graph?.kind === Kind.ENUM ? graph.value : null;
}

function stringOf(directive: ConstDirectiveNode | undefined, name: string): string | null {
  const value = directive && argumentOf(directive, name);
  return value?.kind === Kind.STRING ? value.value : null;
}

const argumentOf = (directive: ConstDirectiveNode, name: string) =>
  directive.arguments?.find((argument) => argument.name.value === name)?.value;
