import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { mostEvaluatedPlans } from '../planner/apollo-planner.ts';
import type { LoadedPlanner } from '../planner/planner.ts';
import { apolloDataSource } from './apollo-data-source.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** Apollo Server's own word for what plans and executes. */
export type GatewayInterface = ApolloServerOptionsWithGateway<object>['gateway'];
export type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;
export type GatewayRequest = Parameters<GatewayExecutor>[0];
export type GatewayResult = Awaited<ReturnType<GatewayExecutor>>;

export type InnerGatewayOptions<Context> = Readonly<{
  supergraphSdl: string;
  /** Who answers for a subgraph; `url` is what the supergraph says of it. Asked again when that changes. */
  clientOf: (name: string, url: string) => SubgraphClient<Context>;
  logger?: NonNullable<GatewayConfig['logger']> | undefined;
}>;

/** Apollo's own gateway: it loads and swaps supergraphs, and runs what is handed over. */
export type InnerGateway<Context> = Readonly<{
  gateway: ApolloGateway;
  update: (supergraphSdl: string) => void;
  /** As of the supergraph that was loaded last. */
  clients: ReadonlyMap<string, SubgraphClient<Context>>;
  /** As of the same. */
  loadedPlanner: LoadedPlanner;
}>;

export function innerGateway<Context>(options: InnerGatewayOptions<Context>): InnerGateway<Context> {
  const { supergraphSdl, clientOf, logger } = options;
  const clients = new Map<string, SubgraphClient<Context>>();
  let swap: ((supergraphSdl: string) => void) | null = null;
  // It reports to its makers and probes cloud metadata addresses, unless this stands before it is made.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl: async (manager) => {
      swap = manager.update;
      return { supergraphSdl };
    },
    buildService: ({ name, url }) => {
      const client = clientOf(name, url ?? '');
      clients.set(name, client);
      return apolloDataSource(client);
    },
    queryPlannerConfig: { debug: { maxEvaluatedPlans: mostEvaluatedPlans } },
    // Its header would show any client which subgraph answers what.
    __exposeQueryPlanExperimental: false,
    ...(logger && { logger }),
  });
  const update = (next: string): void => {
    if (!swap) throw new Error('The graph is not loaded yet');
    swap(next);
  };
  // oxlint-disable-next-line no-underscore-dangle -- making another costs half a second at every start
  const loadedPlanner: LoadedPlanner = () => gateway.__testing().queryPlanner ?? null;
  return { gateway, update, clients, loadedPlanner };
}
