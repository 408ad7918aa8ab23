import { groupBy, type Publisher } from '@onevisit/data';
import type { DeliveredEvent } from '@onevisit/kernel';
import type { Db, JobInsert, PgBoss } from 'pg-boss';
import type { Queues } from './queues.ts';
import { subjectKind } from './subject.ts';

export type Publishing = Readonly<{
  boss: PgBoss;
  queues: Queues;
  subscribersOf: (eventType: string) => readonly string[];
  wake: (subscriber: string) => void;
}>;

// PostgreSQL ends a transaction that idles for 30 s; none that stored an event is still open after this.
const longestTransactionMs = 60_000;
// A verb has a few events; the first load of the city has very many.
const atOnce = 1_000;

/** Stores one job per subscriber in the verb's own transaction, in one statement for each subscriber. */
export function createPublisher({ boss, queues, subscribersOf, wake }: Publishing): Publisher {
  const lastStored = new Map<string, number>();
  return {
    store: async (execute, events) => {
      const db: Db = { executeSql: async (text, values) => ({ rows: await execute(text, values) }) };
      const copies = events.flatMap((event) => subscribersOf(event.type).map((subscriber) => ({ subscriber, event })));
      for (const [subscriber, theirs] of groupBy(copies, (copy) => copy.subscriber)) {
        await queues.ensure(subscriber);
        const jobs = theirs.map(({ event }) => jobOf(event));
        for (let from = 0; from < jobs.length; from += atOnce) {
          await boss.insert(subscriber, jobs.slice(from, from + atOnce), { db });
        }
        lastStored.set(subscriber, Date.now());
      }
    },
    // Which transaction has ended is not known here: each end wakes for what any may have stored.
    committed: () => {
      for (const [subscriber, at] of lastStored) if (Date.now() - at < longestTransactionMs) wake(subscriber);
    },
  };
}

/** Events of one subject are handed over one after the other, in the order of their ids. */
const jobOf = (event: DeliveredEvent): JobInsert => ({
  id: event.id,
  data: event,
  singletonKey: `${subjectKind(event.type)}/${event.subjectId}`,
});
