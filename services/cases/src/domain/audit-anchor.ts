import { localDate, startOfDay } from '@onevisit/calendar';

/** 日锚: a signed hash over the heads of all chains that grew since the anchor before it. */
export type AuditAnchor = Readonly<{
  /** The day that it ends, in Shanghai. */
  date: string;
  anchoredAt: Date;
  merkleRoot: string;
  count: number;
  /** The root of the anchor before it. */
  previousRoot: string | null;
  /** Compact JWS over date, root, count and the root before it. */
  signature: string;
}>;

/** A day and the midnight at which it is anchored. */
export type DayToAnchor = Readonly<{ date: string; dueAt: Date }>;

/** The days that have ended without an anchor, the oldest first; before the first anchor only the last that ended. */
export function daysToAnchor(lastDate: string | null, now: Date, limit: number): readonly DayToAnchor[] {
  const today = localDate(now);
  const first = lastDate === null ? today.subtract({ days: 1 }) : today.with(dateOf(lastDate)).add({ days: 1 });
  const count = Math.min(first.until(today).days, limit);
  return Array.from({ length: Math.max(count, 0) }, (_, at) => {
    const day = first.add({ days: at });
    return { date: day.toString(), dueAt: startOfDay(day.add({ days: 1 })) };
  });
}

function dateOf(date: string) {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}
