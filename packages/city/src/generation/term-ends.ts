import { planDeadline, type PlannedKind, type PlanOptions } from '@onevisit/calendar';
import type { CityDays } from './city-days.ts';

/** When terms end: the first instant that is too late, in milliseconds. */
export type TermEnds = (kind: PlannedKind, startedAt: number, options?: PlanOptions) => number;

const officeHoursEnd = 17 * 3_600_000;

/**
 * Asks the calendar once for each kind, day and amount: two terms of a kind that start on the same day, both in or both
 * after office hours, end together. What no calendar can tell yet ends never, as far as the city's days go.
 */
export function createTermEnds(cityDays: CityDays): TermEnds {
  const known = new Map<string, number>();
  return (kind, startedAt, options = {}) => {
    const day = cityDays.dayAt(startedAt);
    const isAfterHours = startedAt - day.startsAt > officeHoursEnd;
    const key = `${kind}/${day.index}/${isAfterHours}/${options.startsAt ?? ''}/${options.amount ?? ''}`;
    const found = known.get(key);
    if (found !== undefined) return found;

    const plan = planDeadline(kind, new Date(startedAt), options);
    const end = plan.ok ? plan.value.dueAt.getTime() : Infinity;
    known.set(key, end);
    return end;
  };
}
