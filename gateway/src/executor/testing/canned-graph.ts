import type { FetchRequest, SubgraphResult } from '../subgraph-client.ts';
import { composed, type TestGraph } from './test-graph.ts';

/** What a subgraph answers, whatever its schema says. */
export type Answering = (service: string, request: FetchRequest) => SubgraphResult | Promise<SubgraphResult>;

/** A graph whose subgraphs answer what a test puts into their mouths. */
export function cannedGraph(schemas: Readonly<Record<string, string>>, answering: Answering): TestGraph {
  const subgraphs = Object.entries(schemas).map(([name, typeDefs]) => ({ name, typeDefs, resolvers: {} }));
  return {
    supergraphSdl: composed(subgraphs),
    clientOf: (service) => ({
      fetch: async (request, { seen }) => {
        seen.push({ service, query: request.query, variables: request.variables });
        return answering(service, request);
      },
    }),
  };
}
