import type { Courier } from './courier.ts';
import { logged, type ErrorLog } from './log.ts';
import { createPulse } from './pulse.ts';

/** A courier for every subscriber that there is a queue for, also one that another process has made. */
export type Couriers = Readonly<{
  start: () => void;
  /** There may be a new subscriber. */
  look: () => void;
  wake: (subscriber: string) => void;
  wakeAll: () => void;
  stop: () => Promise<void>;
}>;

const lookEveryMs = 10_000;

export function createCouriers(
  subscribers: () => Promise<readonly string[]>,
  send: (subscriber: string) => Courier,
  log: ErrorLog,
): Couriers {
  const pulse = createPulse();
  const sent = new Map<string, Courier>();
  let watching: Promise<void> | null = null;
  const stopping = new AbortController();

  // Couriers start in here and not where a queue is made: that is inside a verb, and what they do is none of its work.
  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        for (const name of await subscribers()) if (!sent.has(name)) sent.set(name, send(name));
      } catch (error) {
        logged(log, 'looking for subscribers', error);
      }
      await pulse.pause(lookEveryMs);
    }
    await Promise.all([...sent.values()].map(async (courier) => courier.stop()));
    sent.clear();
  };

  return {
    start: () => void (watching ??= watch()),
    look: pulse.wake,
    wake: (subscriber) => sent.get(subscriber)?.wake(),
    wakeAll: () => sent.forEach((courier) => courier.wake()),
    stop: async () => {
      stopping.abort();
      pulse.wake();
      await watching;
    },
  };
}
