import { composeServices } from '@apollo/composition';
import { testClient, typeDefsOf, type TestContext, type TestSubgraph } from '../test-subgraph.ts';
import type { SubgraphClient } from '../../subgraph-client.ts';
import { exhibitsSubgraph } from './exhibits.ts';
import { loansSubgraph } from './loans.ts';
import { museumsSubgraph } from './museums.ts';
import { peopleSubgraph } from './people.ts';
import { reviewsSubgraph } from './reviews.ts';
import { ticketsSubgraph } from './tickets.ts';

export const museumSubgraphs: readonly TestSubgraph[] = [
  exhibitsSubgraph,
  peopleSubgraph,
  museumsSubgraph,
  ticketsSubgraph,
  reviewsSubgraph,
  loansSubgraph,
];

/** One graph of subgraphs that are held in memory. */
export type TestGraph = Readonly<{
  supergraphSdl: string;
  clientOf: (name: string) => SubgraphClient<TestContext>;
}>;

export function testGraph(subgraphs: readonly TestSubgraph[]): TestGraph {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map((subgraph) => ({
      name: subgraph.name,
      url: `http://${subgraph.name}.example`,
      typeDefs: typeDefsOf(subgraph),
    })),
  );
  if (!supergraphSdl) throw new AggregateError(errors ?? [], (errors ?? []).map(String).join('\n'));
  const clients = new Map(subgraphs.map((subgraph) => [subgraph.name, testClient(subgraph)]));
  return {
    supergraphSdl,
    clientOf: (name) => {
      const client = clients.get(name);
      if (!client) throw new Error(`no subgraph ${name}`);
      return client;
    },
  };
}
