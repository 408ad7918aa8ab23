// oxlint-disable-next-line import/no-unassigned-import -- acts before the next line loads the gateway
import './without-telemetry.ts';
import { oneVisitGateway, type ExecutorEvents, type SubgraphClient } from '../executor/index.ts';
import type { CreatePlanner } from '../planner/index.ts';
import type { FetchContext, SubgraphSource } from '../sources/subgraph-source.ts';
import type { GraphGateway, GraphParts } from './graph-gateway.ts';
import { noteHiddenEntity } from './hidden-entities.ts';
import { quietLogger } from './quiet-logger.ts';

export type CompiledGraphParts = GraphParts &
  Readonly<{
    createPlanner?: CreatePlanner | undefined;
    events?: ExecutorEvents<FetchContext> | undefined;
  }>;

/** The graph as our executor runs it: operations compiled once, what it does not know handed to Apollo's own. */
export function compiledGraph({ supergraphSdl, sourceOf, createPlanner, events }: CompiledGraphParts): GraphGateway {
  const { gateway, update } = oneVisitGateway<FetchContext>({
    supergraphSdl,
    clientOf: (name, url) => asClient(sourceOf(name, url)),
    createPlanner,
    events: { ...events, entityHidden: noteHiddenEntity },
    logger: quietLogger,
  });
  return { gateway, update };
}

/** One of our sources as the executor calls it. */
const asClient = (source: SubgraphSource): SubgraphClient<FetchContext> => ({
  fetch: ({ query, variables, operationName }, context) => source.fetch({ query, variables, operationName }, context),
});
