import { isAbstractType, isInterfaceType, type GraphQLSchema } from 'graphql';
import { standIns, type StandIns } from './stand-ins.ts';

/** Which names `__typename` may have where a type is meant. */
export type TypeNames = Readonly<{
  /** The types themselves and all that belong to them. */
  covering: (names: readonly string[]) => ReadonlySet<string>;
  /** An interface or a union: no object is of it alone. */
  isAbstract: (name: unknown) => boolean;
  /** Types that a subgraph does not know, by the interface that it knows them as. */
  standInsIn: (service: string) => StandIns;
}>;

/**
 * By the supergraph, not by what clients may see of it: representations and paths may name what is inaccessible to
 * clients.
 */
export function typeNames(supergraph: GraphQLSchema): TypeNames {
  const known = new Map<string, readonly string[]>();
  const namesOf = (name: string): readonly string[] => {
    const names = known.get(name) ?? belongingTo(supergraph, name);
    known.set(name, names);
    return names;
  };
  const types = Object.values(supergraph.getTypeMap());
  const abstract: ReadonlySet<unknown> = new Set(types.filter(isAbstractType).map(({ name }) => name));
  const byService = standIns(supergraph);
  return {
    covering: (names) => new Set(names.flatMap(namesOf)),
    isAbstract: (name) => abstract.has(name),
    standInsIn: (service) => byService.get(service) ?? new Map<unknown, string>(),
  };
}

function belongingTo(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name);
  if (!isAbstractType(type)) return [name];
  const objects = schema.getPossibleTypes(type).map((object) => object.name);
  if (!isInterfaceType(type)) return [name, ...objects];
  return [name, ...objects, ...schema.getImplementations(type).interfaces.map((each) => each.name)];
}
