import { isEnumType, isInterfaceType, type GraphQLSchema } from 'graphql';
import { flagOf, joinsOf, textOf } from '../planner/join-directives.ts';

/** The names of types, each with the name of the interface object that a subgraph has in its place. */
export type StandIns = ReadonlyMap<unknown, string>;

/** For each subgraph with interface objects (`@interfaceObject`): how it calls the types that it does not know. */
export function standIns(supergraph: GraphQLSchema): ReadonlyMap<string, StandIns> {
  const found = new Map<string, Map<unknown, string>>();
  const services = servicesOf(supergraph);
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isInterfaceType(type)) continue;
    for (const join of joinsOf(type.astNode, 'join__type')) {
      const graph = textOf(join, 'graph') ?? '';
      const service = services.get(graph);
      if (service === undefined || flagOf(join, 'isInterfaceObject') !== true) continue;
      const names = found.get(service) ?? new Map<unknown, string>();
      found.set(service, names);
      for (const object of supergraph.getPossibleTypes(type)) {
        const isKnown = joinsOf(object.astNode, 'join__type').some((each) => textOf(each, 'graph') === graph);
        if (!isKnown) names.set(object.name, type.name);
      }
    }
  }
  return found;
}

/** The supergraph's own words for its subgraphs: `STAFF_CARE @join__graph(name: "staff-care")`. */
function servicesOf(supergraph: GraphQLSchema): ReadonlyMap<string, string> {
  const graphs = supergraph.getType('join__Graph');
  const values = isEnumType(graphs) ? graphs.getValues() : [];
  return new Map(
    values.map(({ name, astNode }) => {
      const [graph] = astNode?.directives ?? [];
      return [name, (graph && textOf(graph, 'name')) ?? name];
    }),
  );
}
