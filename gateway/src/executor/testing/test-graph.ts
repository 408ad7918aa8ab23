import { composeServices } from '@apollo/composition';
import type { SubgraphClient } from '../subgraph-client.ts';
import { testClient, typeDefsOf, type TestContext, type TestSubgraph } from './test-subgraph.ts';

/** One graph of subgraphs that are held in memory. */
export type TestGraph = Readonly<{
  supergraphSdl: string;
  clientOf: (name: string) => SubgraphClient<TestContext>;
}>;

export function testGraph(subgraphs: readonly TestSubgraph[]): TestGraph {
  const clients = new Map(subgraphs.map((subgraph) => [subgraph.name, testClient(subgraph)]));
  return {
    supergraphSdl: composed(subgraphs),
    clientOf: (name) => {
      const client = clients.get(name);
      if (!client) throw new Error(`no subgraph ${name}`);
      return client;
    },
  };
}

/** Their supergraph. */
export function composed(subgraphs: readonly TestSubgraph[]): string {
  const { supergraphSdl, errors = [] } = composeServices(
    subgraphs.map((subgraph) => ({
      name: subgraph.name,
      url: `http://${subgraph.name}.example`,
      typeDefs: typeDefsOf(subgraph),
    })),
  );
  if (!supergraphSdl) throw new AggregateError(errors, errors.map(String).join('\n'));
  return supergraphSdl;
}
