import { laterBy } from '@onevisit/home';
import type { Clock } from '@onevisit/kernel';

/** Stands still until a test moves it. */
export type TestClock = Clock & Readonly<{ set: (at: Date | string) => void; advance: (duration: string) => Date }>;

/** `advance` takes ISO 8601 durations, as the clock of an installation does: `P60D`, `PT3H`. */
export function testClock(at: Date | string): TestClock {
  const listeners = new Set<() => void>();
  let now = new Date(at);
  const set = (next: Date | string): void => {
    now = new Date(next);
    for (const tell of listeners) tell();
  };
  return {
    now: () => now,
    onMove: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set,
    advance: (duration) => {
      set(new Date(laterBy(now.getTime(), duration)));
      return now;
    },
  };
}
