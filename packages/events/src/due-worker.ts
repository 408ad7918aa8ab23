import type { Clock } from '@onevisit/kernel';
import { createAgenda, type DueEntry } from './due-agenda.ts';
import type { DueSource } from './due-source.ts';
import { logged, logToStandardError, type ErrorLog } from './log.ts';
import { createPulse } from './pulse.ts';
import { createRests, type Rests } from './rests.ts';

export type DueWorkerOptions = Readonly<{ clock: Clock; sources: readonly DueSource[]; log?: ErrorLog }>;

/** Acts on every row that falls due, the earliest first over all sources: a jump of the clock is handled like waiting. */
export type DueWorker = Readonly<{
  /** Looks every second, and at once when the clock is moved. */
  start: () => void;
  /** Resolves when nothing is due, started or not; rejects where a row stays due. */
  settle: () => Promise<void>;
  /** Lets the act under way end, and is the end of this worker. */
  stop: () => Promise<void>;
}>;

/** A row is due and cannot be handled; the cause is that of its last try. */
export class DueRowsLeftError extends Error {
  override readonly name = 'DueRowsLeftError';
}

const lookEveryMs = 1_000;

export function createDueWorker({ clock, sources, log = logToStandardError }: DueWorkerOptions): DueWorker {
  const pulse = createPulse();
  const rests = createRests();
  const agenda = createAgenda(clock, sources, rests);
  const stopping = new AbortController();
  let working: Promise<void> | null = null;
  let round: Promise<void> | null = null;
  let endListening: (() => void) | null = null;

  const handle = async ({ key, source, row }: DueEntry): Promise<void> => {
    try {
      await source.handle(row);
    } catch (error) {
      rests.failed(key, error);
      logged(log, `${source.name} ${row.id}, due at ${row.dueAt.toISOString()}, could not be handled`, error);
    }
  };

  /** Handles them one by one until an act has started something that is due before the next. Answers which. */
  const inOrder = async (entries: readonly DueEntry[]): Promise<ReadonlySet<string>> => {
    const handled = new Set<string>();
    let at = entries[0]?.row.dueAt;
    for (const entry of entries) {
      if (stopping.signal.aborted) break;
      if (at && entry.row.dueAt > at && !(await agenda.isFirst(entry))) break;
      at = entry.row.dueAt;
      await handle(entry);
      handled.add(entry.key);
    }
    return handled;
  };

  const catchUp = async (): Promise<void> => {
    let handled: ReadonlySet<string> = new Set();
    while (!stopping.signal.aborted) {
      const ready = await agenda.ready();
      for (const { key } of ready) if (handled.has(key)) rests.isStillDue(key);
      const next = ready.filter(({ key }) => !rests.isOn(key));
      if (next.length === 0) return;
      handled = await inOrder(next);
    }
  };

  const caughtUp = async (): Promise<void> => (round ??= catchUp().finally(() => (round = null)));

  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await caughtUp().catch((error: unknown) => logged(log, 'looking for due rows', error));
      await pulse.pause(lookEveryMs);
    }
  };

  return {
    start: () => {
      endListening ??= clock.onMove(pulse.wake);
      working ??= work();
    },
    settle: async () => {
      for (;;) {
        await caughtUp();
        const left = await agenda.all();
        if (left.length === 0) return;
        if (stopping.signal.aborted) throw new DueRowsLeftError('the worker has been stopped');
        await nextTry(left, rests);
      }
    },
    stop: async () => {
      stopping.abort();
      endListening?.();
      pulse.wake();
      await working;
    },
  };
}

const triesAfterFault = 3;
const triesWhileHeld = 9;

/** Waits until one of them may be tried again; gives up where one was tried often enough. */
async function nextTry(left: readonly DueEntry[], rests: Rests): Promise<void> {
  for (const { key, source, row } of left) {
    const rest = rests.of(key);
    if (rest && rest.times >= (rest.cause === null ? triesWhileHeld : triesAfterFault)) {
      throw new DueRowsLeftError(`${source.name} ${row.id} stays due`, { cause: rest.cause });
    }
  }
  const soonest = Math.min(...left.map(({ key }) => rests.of(key)?.until ?? 0));
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, soonest - Date.now())));
}
