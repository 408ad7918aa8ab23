import type { GraphQLSchema } from 'graphql';
import { apolloPlanner } from '../planner/apollo-planner.ts';
import type { CreatePlanner } from '../planner/planner.ts';
import type { Admit } from './admission.ts';
import { createExecutor } from './execute.ts';
import type { ExecutorEvents } from './executor-events.ts';
import { supergraphParts, type GraphState, type SupergraphParts } from './graph-state.ts';
import { innerGateway, type GatewayInterface, type InnerGatewayOptions } from './inner-gateway.ts';
import { recentValues } from './operation-cache.ts';

export type OneVisitGatewayOptions<Context> = InnerGatewayOptions<Context> &
  Readonly<{
    /** Apollo's planner unless another is given. */
    createPlanner?: CreatePlanner | undefined;
    /** Whether a caller may run an operation; asked before anything is planned. */
    admit?: Admit<Context> | undefined;
    events?: ExecutorEvents<Context> | undefined;
    /** How many compiled operations are kept. */
    mostOperations?: number | undefined;
    /** Up to how many Boolean variables of conditions an operation is planned for each of their values. */
    mostConditions?: number | undefined;
  }>;

export type OneVisitGateway = Readonly<{
  gateway: GatewayInterface;
  /** Serves another supergraph from now on; throws at a bad one and goes on with the old. */
  update: (supergraphSdl: string) => void;
}>;

/** A gateway for Apollo Server that compiles operations and hands what it does not know to Apollo's own. */
export function oneVisitGateway<Context>(options: OneVisitGatewayOptions<Context>): OneVisitGateway {
  const { createPlanner = apolloPlanner, mostOperations = 1_000, mostConditions = 4 } = options;
  const { gateway, update, clients, loadedPlanner } = innerGateway(options);
  const states = new WeakMap<GraphQLSchema, GraphState<Context>>();
  let prepared: SupergraphParts | null = null;

  /** Makes what a planner may refuse, before Apollo's gateway has swapped anything. */
  const prepare = (supergraphSdl: string): SupergraphParts => {
    if (prepared?.supergraphSdl !== supergraphSdl) prepared = supergraphParts(supergraphSdl, createPlanner);
    return prepared;
  };
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    const { planner, types, isReserved, loaded } = prepare(coreSupergraphSdl);
    loaded(loadedPlanner());
    states.set(apiSchema, {
      apiSchema,
      planner,
      types,
      isReserved,
      clients: new Map(clients),
      mostConditions,
      operations: recentValues(mostOperations),
    });
  });
  const executor = createExecutor((schema) => states.get(schema), gateway.executor, options);

  return {
    gateway: {
      load: async (given) => {
        prepare(options.supergraphSdl);
        await gateway.load(given);
        return { executor };
      },
      onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
      stop: () => gateway.stop(),
    },
    update: (supergraphSdl) => {
      prepare(supergraphSdl);
      update(supergraphSdl);
    },
  };
}
