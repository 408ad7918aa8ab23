import { randomUUID } from 'node:crypto';
import { createExecutor, logToStandardError, type ErrorLog, type Subgraph } from '@onevisit/subgraph';
import { checkedResult } from './checked-result.ts';
import { failedFetch } from './source-failure.ts';
import type { SubgraphSource } from './subgraph-source.ts';

/** A subgraph of this process: a fetch is a call of its schema, with the viewer as the gateway made it. */
export function inProcessSource(
  subgraph: Subgraph,
  isReady: () => Promise<boolean>,
  log: ErrorLog = logToStandardError,
): SubgraphSource {
  const execute = createExecutor(subgraph, log);
  return {
    name: subgraph.name,
    fetch: async (request, { viewer, deadline }) => {
      const result = await beforeDeadline(execute(request, viewer), deadline);
      if (result) return checkedResult(result, viewer.language, log);

      const errorId = randomUUID();
      log(new Error(`${subgraph.name} did not answer in time`), errorId);
      return failedFetch(request, { code: 'SUBGRAPH_TIMEOUT', errorId }, viewer.language);
    },
    isReady,
    close: async () => undefined,
  };
}

/** Null where the time is up first. What goes on then ends by itself: a statement has its own time-out. */
async function beforeDeadline<Value>(work: Promise<Value>, deadline: number): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(0, deadline - Date.now()));
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
