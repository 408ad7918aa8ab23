import { officialCalendars, startOfDay } from '@onevisit/calendar';
import type { Random } from '@onevisit/city';

/** Days on which people were at work, in order. */
export type Workdays = readonly Temporal.PlainDate[];

/** A minute of the `day`-th of them. */
export type Moment = Readonly<{ day: number; minute: number }>;

/** The working days of so many months before that day, itself not included. */
export function workdaysBefore(anchor: string, months: number): Workdays {
  const end = Temporal.PlainDate.from(anchor);
  const days: Temporal.PlainDate[] = [];
  for (let day = end.subtract({ months }); Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 })) {
    const calendar = officialCalendars.calendarOf(day.year);
    if (calendar.ok && calendar.value.isWorkingDay(day)) days.push(day);
  }
  return days;
}

export function instantOf(workdays: Workdays, { day, minute }: Moment): Date {
  const at = workdays[day];
  if (!at) throw new RangeError(`no working day ${day}`);
  return new Date(startOfDay(at).getTime() + minute * 60_000);
}

/** So many working days later, at some office hour, or a little later on the same day; null where that has not come. */
export function laterMoment(workdays: Workdays, { day, minute }: Moment, days: number, random: Random): Moment | null {
  const next = day + days;
  if (next >= workdays.length) return null;
  const drawn = Math.floor(random() * 480);
  return { day: next, minute: days === 0 ? minute + 10 + Math.floor(drawn / 8) : 540 + drawn };
}
