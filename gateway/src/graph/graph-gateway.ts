import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { FetchContext, SubgraphSource } from '../sources/subgraph-source.ts';

/** Apollo Server's own word for what plans and executes: the type that its constructor takes. */
export type GatewayInterface = ApolloServerOptionsWithGateway<FetchContext>['gateway'];

/** The one graph: what Apollo Server runs, and how it is given another supergraph. */
export type GraphGateway = Readonly<{
  gateway: GatewayInterface;
  /** Serves another supergraph from now on; throws at a bad one and goes on with the old. */
  update: (supergraphSdl: string) => void;
}>;

/** Where the supergraph comes from and who answers each of its subgraphs. */
export type GraphParts = Readonly<{
  supergraphSdl: string;
  /** `url` is what the supergraph says of it. */
  sourceOf: (name: string, url: string) => SubgraphSource;
}>;
