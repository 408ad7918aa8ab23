import type { Answer } from './answer-reader.ts';
import { connectionTo } from './connection.ts';

/** So many requests, no more and no fewer, over so many connections: each sends its next when it has its answer. */
export type Load = Readonly<{ port: number; requestAt: (index: number) => Buffer; count: number; connections: number }>;

export type Loaded = Readonly<{
  durationMs: number;
  /** Sorted. */
  latenciesMs: Float64Array;
}>;

/** Throws when any request is not answered with data alone: a fast refusal is no good figure. */
export async function closedLoop({ port, requestAt, count, connections }: Load): Promise<Loaded> {
  const latencies = new Float64Array(count);
  let next = 0;
  const work = async (): Promise<void> => {
    const connection = connectionTo(port);
    for (let index = next++; index < count; index = next++) {
      const request = requestAt(index);
      const sentAt = performance.now();
      const answer = await connection.ask(request);
      latencies[index] = performance.now() - sentAt;
      checkData(answer);
    }
    connection.close();
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: Math.min(connections, count) }, work));
  return { durationMs: performance.now() - startedAt, latenciesMs: latencies.toSorted() };
}

/** The value that so much of all lies at or below. */
export const percentile = (sorted: Float64Array, share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

const someError = Buffer.from('"errors":[{');
const someData = Buffer.from('"data":{');

function checkData({ status, body }: Answer): void {
  if (status === 200 && body.includes(someData) && !body.includes(someError)) return;
  throw new Error(`answered ${status}: ${body.toString('utf8', 0, 400)}`);
}
