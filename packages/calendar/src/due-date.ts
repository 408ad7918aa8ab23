import { ok, type Result } from '@onevisit/kernel';
import { firstInstantOf } from './shanghai.ts';
import type { Calendars, WorkCalendar } from './work-calendar.ts';

/** 日 counts every day, 工作日 only those that are worked. */
export type DayUnit = 'DAY' | 'WORKDAY';

/** 顺延: what becomes of a last day that is a day off. */
export type RollPolicy = 'NEXT_WORKING_DAY' | 'NONE';

export type DayTerm = Readonly<{
  /** Is not counted itself (民法典 第二百零一条). */
  start: Temporal.PlainDate;
  amount: number;
  unit: DayUnit;
  roll: RollPolicy;
}>;

export type RollReason = Readonly<{
  /** The festival in Chinese, or `周末`. */
  dayOff: string;
  zh: string;
  en: string;
}>;

export type DueDate = Readonly<{
  /** The last day of the term. */
  dueOn: Temporal.PlainDate;
  /** The first instant after it: from here on it is too late. */
  dueAt: Temporal.Instant;
  /** The last day as counted, where it was a day off (民法典 第二百零三条). */
  rolledFrom: Temporal.PlainDate | null;
  reason: RollReason | null;
  /** Versions of all calendars that were looked into. */
  calendarVersion: string;
  provisional: boolean;
}>;

/** The last day of a term. */
export function dueDate(calendars: Calendars, term: DayTerm): Result<DueDate, 'CALENDAR_NOT_PUBLISHED'> {
  if (!Number.isInteger(term.amount) || term.amount < 1) throw new RangeError(`a term of ${term.amount} days`);

  const counted = countedEnd(calendars, term);
  if (!counted.ok) return counted;

  const dayOff = counted.value.calendars[0]?.dayOffName(counted.value.day) ?? null;
  if (term.unit === 'WORKDAY' || term.roll === 'NONE' || dayOff === null) return ok(ending(counted.value));

  const rolled = nthWorkingDay(calendars, counted.value.day, 1);
  if (!rolled.ok) return rolled;

  const { day: rolledFrom } = counted.value;
  return ok({ ...ending(rolled.value), rolledFrom, reason: rollReason(dayOff, rolledFrom, rolled.value.day) });
}

type Found = Readonly<{ day: Temporal.PlainDate; calendars: readonly WorkCalendar[] }>;

function countedEnd(calendars: Calendars, { start, amount, unit }: DayTerm): Result<Found, 'CALENDAR_NOT_PUBLISHED'> {
  if (unit === 'WORKDAY') return nthWorkingDay(calendars, start.add({ days: 1 }), amount);

  const day = start.add({ days: amount });
  const calendar = calendars.calendarOf(day.year);
  return calendar.ok ? ok({ day, calendars: [calendar.value] }) : calendar;
}

function nthWorkingDay(
  calendars: Calendars,
  from: Temporal.PlainDate,
  amount: number,
): Result<Found, 'CALENDAR_NOT_PUBLISHED'> {
  const seen = new Set<WorkCalendar>();
  let left = amount;
  for (let day = from; ; day = day.add({ days: 1 })) {
    const calendar = calendars.calendarOf(day.year);
    if (!calendar.ok) return calendar;

    seen.add(calendar.value);
    if (calendar.value.isWorkingDay(day)) left -= 1;
    if (left === 0) return ok({ day, calendars: [...seen] });
  }
}

const ending = ({ day, calendars }: Found): DueDate => ({
  dueOn: day,
  dueAt: firstInstantOf(day.add({ days: 1 })),
  rolledFrom: null,
  reason: null,
  calendarVersion: versionOf(calendars),
  provisional: calendars.some(({ provisional }) => provisional),
});

// A calendar that rests on two tables names both, and the next year's calendar names the second again.
const versionOf = (calendars: readonly WorkCalendar[]): string =>
  [...new Set(calendars.flatMap(({ version }) => version.split('+')))].join('+');

const rollReason = (dayOff: string, from: Temporal.PlainDate, to: Temporal.PlainDate): RollReason => ({
  dayOff,
  zh: `期限最后一日${from.toString()}为休息日（${dayOff}），顺延至${to.toString()}`,
  en: `The last day, ${from.toString()}, is a day off (${englishName(dayOff)}): the term ends on ${to.toString()}`,
});

const englishNames: Readonly<Record<string, string>> = {
  周末: 'weekend',
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Tomb-Sweeping Day',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

const englishName = (dayOff: string): string =>
  dayOff
    .split('、')
    .map((name) => englishNames[name] ?? name)
    .join(', ');
