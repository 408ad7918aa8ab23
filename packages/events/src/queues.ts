import type { PgBoss } from 'pg-boss';
import { deadLetterQueue, patience } from './engine-tables.ts';

/** The queues of the engine: one per subscriber. */
export type Queues = Readonly<{
  /** Makes the subscriber's queue unless it is there. */
  ensure: (subscriber: string) => Promise<void>;
  subscribers: () => Promise<readonly string[]>;
}>;

export function createQueues(boss: PgBoss, backOffSeconds: number, added: () => void): Queues {
  const ready = new Map<string, Promise<void>>();

  const create = async (subscriber: string): Promise<void> => {
    // Order is kept per subject, and only there: an event that is refused holds back nothing else.
    await boss.createQueue(subscriber, { policy: 'key_strict_fifo', ...patience(backOffSeconds) });
    added();
  };

  return {
    ensure: (subscriber) => {
      const known = ready.get(subscriber);
      if (known) return known;
      const creating = create(subscriber).catch((error: unknown) => {
        ready.delete(subscriber);
        throw error;
      });
      ready.set(subscriber, creating);
      return creating;
    },
    subscribers: async () =>
      (await boss.getQueues()).map(({ name }) => name).filter((name) => name !== deadLetterQueue),
  };
}
