import { setTimeout as pause } from 'node:timers/promises';
import { openClock, type MovableClock } from '@onevisit/home';

/**
 * Returns once a movable clock knows what another process has moved it to: its own watch may be a moment late, and who
 * asks us to settle means the new time.
 */
export async function caughtUp(clock: MovableClock, home: string): Promise<void> {
  const another = openClock(home, { isMovable: true });
  const latest = another.offsetMs();
  another.close();
  while (clock.offsetMs() < latest) await pause(10);
}
