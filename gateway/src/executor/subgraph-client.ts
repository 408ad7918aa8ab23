import type { DocumentNode, GraphQLFormattedError } from 'graphql';

/** One request to a subgraph. All but the variables is the same object each time the same operation runs. */
export type FetchRequest = Readonly<{
  query: string;
  variables: Readonly<Record<string, unknown>>;
  operationName: string | null;
  /** The parsed query; whatever a client prepares for it may be kept by this key. */
  document: DocumentNode;
}>;

export type SubgraphResult = Readonly<{
  data?: Readonly<Record<string, unknown>> | null | undefined;
  errors?: readonly GraphQLFormattedError[] | undefined;
  extensions?: Readonly<Record<string, unknown>> | undefined;
}>;

/**
 * Whoever answers for a subgraph, in this process or another. A failure is an error in the result. The data becomes the
 * executor's own: it is merged in place, so a client hands over what nobody else keeps.
 */
export type SubgraphClient<Context> = Readonly<{
  fetch: (request: FetchRequest, context: Context) => Promise<SubgraphResult>;
}>;
