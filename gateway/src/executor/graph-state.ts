import type { QueryPlanner } from '@apollo/query-planner';
import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';
import type { CreatePlanner, Planner } from '../planner/planner.ts';
import type { RecentValues } from './operation-cache.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import type { SubgraphClient } from './subgraph-client.ts';
import { reservedNames, type IsReserved } from './reserved-names.ts';
import { typeNames, type TypeNames } from './type-names.ts';

/** All that belongs to one supergraph, and dies with it; a run keeps to the one that it began with. */
export type GraphState<Context> = Readonly<{
  /** What clients may ask for. */
  apiSchema: GraphQLSchema;
  types: TypeNames;
  isReserved: IsReserved;
  planner: Planner;
  clients: ReadonlyMap<string, SubgraphClient<Context>>;
  /** With so many conditions an operation has a plan for each of their values; with more, one that carries them. */
  mostConditions: number;
  /** Operations that ran lately, by hash and name. */
  operations: RecentValues<PreparedOperation<Context>>;
}>;

/** The part that may refuse a supergraph: made before anything is swapped. */
export type SupergraphParts = Readonly<{
  supergraphSdl: string;
  planner: Planner;
  types: TypeNames;
  isReserved: IsReserved;
  /** Hands over the planner of the gateway that has loaded the supergraph. */
  loaded: (planner: QueryPlanner | null) => void;
}>;

export function supergraphParts(supergraphSdl: string, createPlanner: CreatePlanner): SupergraphParts {
  let loadedPlanner: QueryPlanner | null = null;
  const planner = createPlanner(supergraphSdl, () => loadedPlanner);
  const schema = buildASTSchema(parse(supergraphSdl, { noLocation: true }), { assumeValid: true });
  return {
    supergraphSdl,
    planner,
    types: typeNames(schema),
    isReserved: reservedNames(schema),
    loaded: (made) => {
      loadedPlanner = made;
    },
  };
}
