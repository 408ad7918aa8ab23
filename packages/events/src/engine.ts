import type { Database, Publisher } from '@onevisit/data';
import type { Deliver } from '@onevisit/kernel';
import { PgBoss } from 'pg-boss';
import { createCourier, type Courier } from './courier.ts';
import { createCouriers } from './couriers.ts';
import { listDeadLetters, retryDeadLetter, type DeadLetter } from './dead-letters.ts';
import { createEngineConnection } from './engine-connection.ts';
import { engineOptions } from './engine-tables.ts';
import { createEventQueue } from './event-queue.ts';
import { logged, logToStandardError, type ErrorLog } from './log.ts';
import { createPublisher } from './publisher.ts';
import { createQueues } from './queues.ts';
import { waitUntilHandedOver } from './settle.ts';

export type EventEngineOptions = Readonly<{
  database: Database;
  /** Name of the subgraph whose events these are. */
  source: string;
  /** Names of the subgraphs that want events of this type. */
  subscribersOf: (eventType: string) => readonly string[];
  deliver: Deliver;
  /** How to reach the database past a pooler: the engine's locks live as long as its one connection. */
  directUrl?: string;
  log?: ErrorLog;
  /** The first pause before an event is tried again; each later one is twice as long. 0 tries again at once: for tests. */
  backOffSeconds?: number;
}>;

/** Carries a subgraph's events to those who want them: at least once, in order per subject as long as they are taken. */
export type EventEngine = Readonly<{
  publisher: Publisher;
  start: () => Promise<void>;
  /** Resolves when no event is under way or tried again within seconds; dead letters do not count. */
  settle: () => Promise<void>;
  /** Lets deliveries under way end; what waits goes on at the next start, here or in another process. */
  stop: () => Promise<void>;
  /** What was refused too often, oldest first. */
  deadLetters: () => Promise<readonly DeadLetter[]>;
  /** Hands a dead letter over once more, with all its tries; false if there is none with this id. */
  retry: (id: string) => Promise<boolean>;
}>;

export function createEventEngine(options: EventEngineOptions): EventEngine {
  const { database, source, subscribersOf, deliver, log = logToStandardError, backOffSeconds = 1 } = options;
  const connection = createEngineConnection(options.directUrl ?? database.url, `events of ${source}`);
  const boss = new PgBoss(engineOptions(connection));
  boss.on('error', (error) => logged(log, `the event engine of ${source}`, error));

  const queues = createQueues(boss, backOffSeconds, () => couriers.look());
  const send = (subscriber: string): Courier =>
    createCourier({
      subscriber,
      queue: createEventQueue(boss, connection, subscriber),
      deliver: async (event) => deliver(subscriber, event),
      log,
    });
  const couriers = createCouriers(queues.subscribers, send, log);

  return {
    publisher: createPublisher({ boss, queues, subscribersOf, wake: couriers.wake }),
    start: async () => {
      await boss.start();
      couriers.start();
    },
    settle: async () =>
      waitUntilHandedOver(connection, () => {
        // Who filled the database for the first time may have made queues that nobody here knows of.
        couriers.look();
        couriers.wakeAll();
      }),
    stop: async () => {
      await couriers.stop();
      await boss.stop({ graceful: false });
      await connection.close();
    },
    deadLetters: async () => listDeadLetters(boss),
    retry: async (id) => {
      const isRetried = await retryDeadLetter(boss, id);
      couriers.wakeAll();
      return isRetried;
    },
  };
}
