import { officialCalendars, startOfDay } from '@onevisit/calendar';

/** One day of the city. */
export type CityDay = Readonly<{
  /** Place in the table, from 0. */
  index: number;
  /** YYYY-MM-DD. */
  date: string;
  /** Its first instant, in milliseconds. */
  startsAt: number;
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  month: number;
  isWorkingDay: boolean;
  /** A festival, not merely a weekend. */
  isHoliday: boolean;
}>;

/**
 * The days that the city's histories may fall on, once, so that a history costs no calendar arithmetic. Office time is
 * counted in working days: 12.5 is the middle of the office hours of the thirteenth working day.
 */
export type CityDays = Readonly<{
  days: readonly CityDay[];
  dayAt: (instant: number) => CityDay;
  /** Where in office time an instant lies; out of hours is the next opening. */
  officeTimeOf: (instant: number) => number;
  instantOf: (officeTime: number) => number;
}>;

export const millisecondsADay = 86_400_000;
const hour = 3_600_000;

// 08:30 to 12:00 and 13:30 to 17:00. Clocks in Shanghai never change, so a day is a day.
const opens = 8.5 * hour;
const pause = { from: 12 * hour, length: 1.5 * hour };
const worked = 7 * hour;

/** Days from the first to the last, YYYY-MM-DD; years that have no calendar yet count weekends alone. */
export function createCityDays(first: Temporal.PlainDate, last: Temporal.PlainDate): CityDays {
  const length = first.until(last).days + 1;
  const base = startOfDay(first).getTime();
  const days = Array.from({ length }, (_, index) => cityDay(index, first.add({ days: index }), base));
  const workingDays = days.filter(({ isWorkingDay }) => isWorkingDay);
  const ordinals = ordinalsOf(days);

  const dayAt = (instant: number): CityDay => {
    const index = Math.floor((instant - base) / millisecondsADay);
    const day = days[Math.min(Math.max(index, 0), length - 1)];
    if (!day) throw new RangeError('a city without days');
    return day;
  };

  const officeTimeOf = (instant: number): number => {
    const day = dayAt(instant);
    const ordinal = ordinals[day.index] ?? 0;
    if (!day.isWorkingDay) return ordinal;
    return ordinal + Math.min(workedAt(instant - day.startsAt) / worked, 1);
  };

  const instantOf = (officeTime: number): number => {
    const ordinal = Math.min(Math.floor(officeTime), workingDays.length - 1);
    const elapsed = Math.round((officeTime - ordinal) * worked);
    return (workingDays[ordinal]?.startsAt ?? 0) + timeOfDay(Math.min(elapsed, worked));
  };

  return { days, dayAt, officeTimeOf, instantOf };
}

function cityDay(index: number, day: Temporal.PlainDate, base: number): CityDay {
  const calendar = officialCalendars.calendarOf(day.year);
  const isWeekend = day.dayOfWeek > 5;
  const dayOff = calendar.ok ? calendar.value.dayOffName(day) : null;
  return {
    index,
    date: day.toString(),
    startsAt: base + index * millisecondsADay,
    weekday: day.dayOfWeek,
    month: day.month,
    isWorkingDay: calendar.ok ? dayOff === null : !isWeekend,
    isHoliday: dayOff !== null && dayOff !== '周末',
  };
}

/** For each day the number of working days before it. */
function ordinalsOf(days: readonly CityDay[]): Int32Array {
  const ordinals = new Int32Array(days.length);
  let before = 0;
  for (const day of days) {
    ordinals[day.index] = before;
    if (day.isWorkingDay) before += 1;
  }
  return ordinals;
}

function workedAt(time: number): number {
  const present = Math.min(time, pause.from) - opens;
  const afternoon = Math.max(0, time - pause.from - pause.length);
  return Math.min(Math.max(0, present) + afternoon, worked);
}

function timeOfDay(elapsed: number): number {
  const morning = pause.from - opens;
  return elapsed < morning ? opens + elapsed : opens + elapsed + pause.length;
}
