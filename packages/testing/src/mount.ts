import { createTestDatabase, type TestDatabase } from '@onevisit/data/testing';
import type { InstallationKeys } from '@onevisit/home';
import type { Deliver, DeliveredEvent, Message, Viewer } from '@onevisit/kernel';
import { createExecutor, type MaskedResult, type Subgraph, type SubgraphDefinition } from '@onevisit/subgraph';
import { testClock, type TestClock } from './clock.ts';
import type { Variables } from './execute.ts';
import { testKeys } from './keys.ts';

export type MountedForTest = Readonly<{
  subgraph: Subgraph;
  database: TestDatabase;
  clock: TestClock;
  /** The events that were handed over, in order; complete once the subgraph has settled. */
  delivered: readonly DeliveredEvent[];
  /** The messages to petitioners, in order; complete likewise. */
  notified: readonly Message[];
  /** Asks as somebody. */
  as: (viewer: Viewer) => (query: string, variables?: Variables) => Promise<MaskedResult>;
  close: () => Promise<void>;
}>;

type Settings = Readonly<{ now: Date | string; deliver?: Deliver }>;

/** A subgraph over a database of its own, with a clock that stands still; one imagined subscriber takes every event. */
export async function mountForTest(
  definition: SubgraphDefinition<InstallationKeys>,
  { now, deliver }: Settings,
): Promise<MountedForTest> {
  const database = await createTestDatabase(definition.database);
  const clock = testClock(now);
  const delivered: DeliveredEvent[] = [];
  const notified: Message[] = [];
  const subgraph = definition.create({
    database,
    clock,
    deliver: async (subscriber, event) => {
      await deliver?.(subscriber, event);
      delivered.push(event);
    },
    subscribersOf: () => ['subscriber'],
    notify: async (message) => void notified.push(message),
    keys: testKeys(),
  });
  await subgraph.start();
  const run = createExecutor(subgraph);
  return {
    subgraph,
    database,
    clock,
    delivered,
    notified,
    as: (viewer) => (query, variables) => run({ query, variables }, viewer),
    close: async () => {
      await subgraph.stop();
      await database.drop();
    },
  };
}
