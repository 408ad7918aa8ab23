import { isId, type DeliveredEvent } from '@onevisit/kernel';
import type { PgBoss } from 'pg-boss';
import { deadLetterQueue } from './engine-tables.ts';

/** An event that a subscriber refused eight times. */
export type DeadLetter = Readonly<{
  id: string;
  subscriber: string;
  event: DeliveredEvent;
  /** What the last try ended with. */
  reason: string;
  tries: number;
  /** Since when it lies here, by the real clock. */
  since: Date;
}>;

export async function listDeadLetters(boss: PgBoss): Promise<readonly DeadLetter[]> {
  const jobs = await boss.findJobs<DeliveredEvent>(deadLetterQueue);
  return jobs.map((job) => ({
    id: job.id,
    subscriber: job.sourceName ?? '',
    event: job.data,
    reason: reasonIn(job.sourceOutput),
    tries: (job.sourceRetryCount ?? 0) + 1,
    since: job.createdOn,
  }));
}

export const retryDeadLetter = async (boss: PgBoss, id: string): Promise<boolean> =>
  isId(id) && (await boss.redrive(deadLetterQueue, { ids: [id] })) === 1;

const reasonIn = (output: object | null): string =>
  output && 'message' in output && typeof output.message === 'string' ? output.message : '';
