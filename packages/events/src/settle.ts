import { statement } from '@onevisit/data';
import type { EngineConnection } from './engine-connection.ts';
import { deadLetterQueue, engineSchema } from './engine-tables.ts';

/** Events are still not handed over after a long wait, and not for want of tries: the subscriber is away, or very slow. */
export class EventsLeftError extends Error {
  override readonly name = 'EventsLeftError';
}

const soonSeconds = 5;
const longestWaitMs = 60_000;
const longestPauseMs = 100;

/** Waits until no event is to be handed over but those whose next try is far off, and what these hold back. */
export async function waitUntilHandedOver(connection: EngineConnection, wake: () => void): Promise<void> {
  const until = Date.now() + longestWaitMs;
  for (let pauseMs = 5; await isAnyLeft(connection); pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    if (Date.now() > until) throw new EventsLeftError(`events are left after ${longestWaitMs / 1_000} s`);
    wake();
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

async function isAnyLeft(connection: EngineConnection): Promise<boolean> {
  const [answer] = await connection.rows(anyLeft, [deadLetterQueue, soonSeconds]);
  return answer?.is_any === true;
}

const anyLeft = statement<{ is_any: boolean }>(
  'events:any-left',
  `select exists (
     select from ${engineSchema}.job j
     where j.name <> $1 and j.state <= 'active'
       and (j.state <> 'retry' or j.start_after <= now() + $2 * interval '1 second')
       and not exists (
         select from ${engineSchema}.job before
         where before.name = j.name and before.singleton_key = j.singleton_key and before.state = 'retry'
           and before.start_after > now() + $2 * interval '1 second')
   ) as is_any`,
);
