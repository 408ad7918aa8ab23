import type { GraphQLDataSource } from '@apollo/gateway';
import { parse } from 'graphql';
import type { SubgraphClient } from './subgraph-client.ts';

/** A client as Apollo's executor calls it, for operations that are handed over. */
export const apolloDataSource = <Context>(client: SubgraphClient<Context>): GraphQLDataSource => ({
  process: async ({ request, context, ...options }) => {
    const { query = '', variables = {}, operationName = null } = request;
    const document = ('document' in options ? options.document : undefined) ?? parse(query, { noLocation: true });
    const result = await client.fetch({ query, variables, operationName, document }, context as Context);
    return result as Awaited<ReturnType<GraphQLDataSource['process']>>;
  },
});
