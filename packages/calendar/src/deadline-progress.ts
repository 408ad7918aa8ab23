import { lastDayBefore, localDate } from './shanghai.ts';

export type DeadlineColor = 'GREEN' | 'AMBER' | 'RED';

type Ending = Readonly<{ dueAt: Date }>;

/** Calendar days from today to the last day: 0 on it, negative after it. */
export const remainingDays = ({ dueAt }: Ending, now: Date): number => localDate(now).until(lastDayBefore(dueAt)).days;

/** Days begun since the term ended; 0 for what came in time. */
export function lateByDays({ dueAt }: Ending, at: Date): number {
  if (at < dueAt) return 0;
  return Math.max(1, -remainingDays({ dueAt }, at));
}

/** GREEN while more than a quarter of the time is left, RED from the first instant that is too late. */
export function colorOf({ startedAt, dueAt }: Ending & Readonly<{ startedAt: Date }>, now: Date): DeadlineColor {
  if (now >= dueAt) return 'RED';

  const left = dueAt.getTime() - now.getTime();
  const whole = dueAt.getTime() - startedAt.getTime();
  return left * 4 > whole ? 'GREEN' : 'AMBER';
}
