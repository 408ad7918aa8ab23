import type { ApolloServerOptions } from '@apollo/server';
import type { FetchContext } from '../sources/subgraph-source.ts';

type Logger = NonNullable<ApolloServerOptions<FetchContext>['logger']>;

const ignore = (): void => undefined;

/** What Apollo's parts have to say, without the chatter of every start. */
export const quietLogger: Logger = {
  debug: ignore,
  info: ignore,
  warn: (message) => console.warn(message),
  error: (message) => console.error(message),
};
