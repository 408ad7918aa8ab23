// oxlint-disable-next-line import/no-unassigned-import -- acts before the next line loads the gateway
import './without-telemetry.ts';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { noteHiddenEntities } from './hidden-entities.ts';
import { quietLogger } from './quiet-logger.ts';
import type { GraphGateway, GraphParts } from './graph-gateway.ts';
import type { FetchContext, SubgraphSource } from '../sources/subgraph-source.ts';

/** The graph as Apollo's own gateway runs it. */
export function apolloGraph({ supergraphSdl, sourceOf }: GraphParts): GraphGateway {
  let update: GraphGateway['update'] | null = null;
  const gateway = new ApolloGateway({
    supergraphSdl: async (manager) => {
      update = manager.update;
      return { supergraphSdl };
    },
    buildService: ({ name, url }) => asDataSource(sourceOf(name, url ?? '')),
    // A query over shareable fields can have very many plans; this many are weighed at most.
    queryPlannerConfig: { debug: { maxEvaluatedPlans: 1_000 } },
    // Its header would show any client which subgraph answers what.
    __exposeQueryPlanExperimental: false,
    logger: quietLogger,
  });
  return {
    gateway,
    update: (sdl) => {
      if (!update) throw new Error('The graph is not loaded yet');
      update(sdl);
    },
  };
}

/** One of our sources as Apollo's gateway calls it. */
export const asDataSource = (source: SubgraphSource): GraphQLDataSource => ({
  process: async ({ request, context }) => {
    const { query = '', variables, operationName } = request;
    const operation = context as FetchContext;
    const result = await source.fetch({ query, variables, operationName }, operation);
    noteHiddenEntities(operation, result);
    return result as Awaited<ReturnType<GraphQLDataSource['process']>>;
  },
});
