import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { FetchContext } from '../sources/subgraph-source.ts';
import { codeOf, type GatewayMetrics } from './gateway-metrics.ts';

/** What is written down of an operation that took long: its shape and its counts, never its variables. */
export type SlowOperation = Readonly<{
  operation: string | null;
  hash: string | undefined;
  milliseconds: number;
  /** SQL statements over all subgraphs, where they are counted. */
  statements: unknown;
  cost: unknown;
}>;

export type SlowLog = (slow: SlowOperation) => void;

const slowMs = 500;

export const logSlowOperation: SlowLog = (slow) => {
  console.warn(`slow operation ${JSON.stringify(slow)}`);
};

/** Times every operation, and tells of the slow ones. */
export const operationTimes = (
  metrics: GatewayMetrics,
  log: SlowLog,
  slowerThan = slowMs,
): ApolloServerPlugin<FetchContext> => ({
  requestDidStart: async () => {
    const start = performance.now();
    return {
      willSendResponse: async (context) => {
        const milliseconds = performance.now() - start;
        metrics.operationEnded(context.operationName ?? null, milliseconds / 1_000, firstCode(context));
        if (milliseconds >= slowerThan) log(slowOperation(context, milliseconds));
      },
    };
  },
});

type Ended = GraphQLRequestContextWillSendResponse<FetchContext>;

function firstCode({ response }: Ended): string {
  if (response.body.kind !== 'single') return 'OK';
  return codeOf(response.body.singleResult.errors?.[0]?.extensions);
}

function slowOperation({ response, operationName, queryHash }: Ended, milliseconds: number): SlowOperation {
  const extensions = response.body.kind === 'single' ? response.body.singleResult.extensions : undefined;
  const cost = extensions?.['cost'] as Readonly<{ requested?: unknown }> | undefined;
  return {
    operation: operationName ?? null,
    hash: queryHash,
    milliseconds: Math.round(milliseconds),
    statements: extensions?.['sql'],
    cost: cost?.requested,
  };
}
