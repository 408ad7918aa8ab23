/** 季度: `2026-Q1`, as the ledger of indicators names it. */
export type Quarter = string;

const quarterName = /^(20\d\d)-Q([1-4])$/;

/** The quarters that lie wholly between two days, both included; YYYY-MM-DD. */
export function quartersWithin(from: string, to: string): readonly Quarter[] {
  const quarters: Quarter[] = [];
  let first = firstDayOnOrAfter(Temporal.PlainDate.from(from));
  for (;;) {
    const next = first.add({ months: 3 });
    if (next.subtract({ days: 1 }).toString() > to) return quarters;
    quarters.push(`${first.year}-Q${(first.month + 2) / 3}`);
    first = next;
  }
}

/** The last day of the first whole quarter that begins on that day or later. */
export const endOfFirstQuarter = (from: string): string =>
  firstDayOnOrAfter(Temporal.PlainDate.from(from)).add({ months: 3 }).subtract({ days: 1 }).toString();

export function firstDayOf(quarter: Quarter): string {
  const [, year, number] = quarterName.exec(quarter) ?? [];
  return Temporal.PlainDate.from({ year: Number(year), month: Number(number) * 3 - 2, day: 1 }).toString();
}

export const lastDayOf = (quarter: Quarter): string => endOfFirstQuarter(firstDayOf(quarter));

function firstDayOnOrAfter(day: Temporal.PlainDate): Temporal.PlainDate {
  const first = day.with({ month: day.month - ((day.month - 1) % 3), day: 1 });
  return first.equals(day) ? first : first.add({ months: 3 });
}
