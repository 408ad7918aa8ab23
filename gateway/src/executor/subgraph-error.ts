import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ResponsePath } from './path.ts';

/** A subgraph's error at its place in the client's answer; coded and attributed as Apollo's executor does. */
export function subgraphError(
  error: GraphQLFormattedError,
  service: string,
  path: ResponsePath | undefined,
): GraphQLError {
  const { message, extensions } = error;
  return new GraphQLError(message || `Error while fetching subquery from service "${service}"`, {
    originalError: error instanceof Error ? error : null,
    path: path ?? null,
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...extensions, serviceName: service },
  });
}

/** A fault on our side of a fetch, or of a client that threw. */
export const fetchFault = (fault: unknown): GraphQLError =>
  fault instanceof GraphQLError
    ? fault
    : new GraphQLError(fault instanceof Error ? fault.message : 'The fetch failed', {
        originalError: fault instanceof Error ? fault : null,
      });
