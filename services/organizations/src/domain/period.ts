/** 统计期: a quarter `2026-Q2`, or a year `2026`. Four quarters are named by their last one. */
export type Period = string;

const quarterName = /^(20\d\d)-Q([1-4])$/;
const yearName = /^(20\d\d)$/;

/** The last day of a period; null where the text names none. */
export function lastDayOf(period: Period): string | null {
  const [, quarterYear, quarter] = quarterName.exec(period) ?? [];
  if (quarterYear && quarter) return lastDayOfMonth(Number(quarterYear), Number(quarter) * 3);
  const [, year] = yearName.exec(period) ?? [];
  return year ? lastDayOfMonth(Number(year), 12) : null;
}

/** The first day of a quarter; null where the text names none. */
export function firstDayOfQuarter(period: Period): string | null {
  const [, year, quarter] = quarterName.exec(period) ?? [];
  if (!year || !quarter) return null;
  return Temporal.PlainDate.from({ year: Number(year), month: Number(quarter) * 3 - 2, day: 1 }).toString();
}

/** The quarter in which a day lies. */
export function quarterOf(day: string): Period {
  const { year, month } = Temporal.PlainDate.from(day);
  return `${year}-Q${Math.ceil(month / 3)}`;
}

/** The quarter before it. */
export function quarterBefore(quarter: Period): Period {
  const first = firstDayOfQuarter(quarter);
  if (first === null) throw new RangeError(`${quarter} is no quarter`);
  return quarterOf(Temporal.PlainDate.from(first).subtract({ days: 1 }).toString());
}

const lastDayOfMonth = (year: number, month: number): string =>
  Temporal.PlainDate.from({ year, month, day: 31 }, { overflow: 'constrain' }).toString();
