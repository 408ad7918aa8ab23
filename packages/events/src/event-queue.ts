import { statement } from '@onevisit/data';
import type { DeliveredEvent } from '@onevisit/kernel';
import type { PgBoss } from 'pg-boss';
import type { EngineConnection } from './engine-connection.ts';
import { engineSchema } from './engine-tables.ts';

/** An event that this process hands over now; `retryCount` tells this try from any other. */
export type Claimed = Readonly<{ id: string; retryCount: number; event: DeliveredEvent }>;

/** The events on their way to one subscriber. */
export type EventQueue = Readonly<{
  /** The next ones, one of each subject at most; none while another process hands them over. */
  claim: () => Promise<readonly Claimed[]>;
  delivered: (events: readonly Claimed[]) => Promise<void>;
  /** To be tried again later, or a dead letter after the last try. */
  refused: (events: readonly Claimed[], reason: string) => Promise<void>;
  /** After a fault: what is claimed and not written down will be handed over again. */
  abandon: () => void;
}>;

// Locks of the engine are (this, hash of the subscriber's name).
const lockSpace = 7_261_003;
const tryLock = statement<{ is_ours: boolean }>(
  'events:try-lock',
  'select pg_try_advisory_lock($1, hashtext($2)) as is_ours',
);
const idsInState = statement<{ id: string }>(
  'events:ids-in-state',
  `select id from ${engineSchema}.job where name = $1 and state = $2::${engineSchema}.job_state`,
);
const smallestBatch = 16;
const largestBatch = 256;
const longestReason = 500;

/**
 * One process at a time hands a subscriber's events over: the one that holds the subscriber's lock. Events that nobody
 * holds the lock for, and that are under way all the same, were left behind by a process that died.
 */
export function createEventQueue(boss: PgBoss, connection: EngineConnection, subscriber: string): EventQueue {
  let lockedOn: object | null = null;
  let batchSize = smallestBatch;

  const holdsLock = async (): Promise<boolean> => {
    const session = await connection.session();
    if (lockedOn === session) return true;
    lockedOn = null;
    const [lock] = await connection.rows(tryLock, [lockSpace, subscriber]);
    if (lock?.is_ours !== true || session !== (await connection.session())) return false;
    await takeOver();
    lockedOn = session;
    return true;
  };

  const takeOver = async (): Promise<void> => {
    const abandoned = await idsIn('active');
    if (abandoned.length > 0) await boss.fail(subscriber, abandoned, { message: 'the process that had it has ended' });
    await forgetFailed();
  };

  // A dead letter lies in a queue of its own; what is left of it here would hold back its subject for ever.
  const forgetFailed = async (): Promise<void> => {
    const failed = await idsIn('failed');
    if (failed.length > 0) await boss.deleteJob(subscriber, failed);
  };

  const idsIn = async (state: 'active' | 'failed'): Promise<string[]> =>
    (await connection.rows(idsInState, [subscriber, state])).map(({ id }) => id);

  return {
    claim: async () => {
      if (!(await holdsLock())) return [];
      const jobs = await boss.fetch<DeliveredEvent>(subscriber, { batchSize, includeMetadata: true });
      batchSize = jobs.length === batchSize ? Math.min(batchSize * 2, largestBatch) : smallestBatch;
      return jobs.map(({ id, retryCount, data }) => ({ id, retryCount, event: data }));
    },
    delivered: async (events) => {
      if (events.length > 0) await boss.deleteJob(subscriber, events.map(attempt));
    },
    refused: async (events, reason) => {
      await boss.fail(subscriber, events.map(attempt), { message: reason.slice(0, longestReason) });
      await forgetFailed();
    },
    abandon: () => void (lockedOn = null),
  };
}

const attempt = ({ id, retryCount }: Claimed) => ({ id, retryCount });
