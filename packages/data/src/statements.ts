import { AsyncLocalStorage } from 'node:async_hooks';
import { Client, type ClientConfig } from 'pg';

type Tally = { count: number };

const tallies = new AsyncLocalStorage<Tally>();

/** Runs work and counts every SQL statement that it sends, BEGIN, COMMIT and SET included, whatever database it goes to. */
export async function countStatements<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; statements: number }> {
  const tally = { count: 0 };
  const value = await tallies.run(tally, work);
  return { value, statements: tally.count };
}

/** Adds statements that another process sent for the same operation. */
export function addStatements(count: number): void {
  const tally = tallies.getStore();
  if (tally) tally.count += count;
}

/** Every connection of ours is one of these, so that no statement escapes the count. */
export class CountingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    // A connection that is lost fails its statement, and that is told there. Unheard, it would end the process as well.
    this.on('error', () => undefined);
  }

  // @ts-expect-error pg types query() as a dozen overloads; this passes every one of them through unchanged.
  override query(...given: Parameters<Client['query']>): unknown {
    addStatements(1);
    return super.query(...given);
  }
}
