import { fail, ok, type Result } from '@onevisit/kernel';
import { statutoryDays } from './statutory-days.ts';
import { officialTables } from './tables/official-tables.ts';
import type { CalendarDay, YearTable } from './year-table.ts';

/** 工作日历: which days of a year are worked. */
export type WorkCalendar = Readonly<{
  year: number;
  /** The tables it rests on, `2026.1`, or `2026.1+2027.1` where the next year's notice touches December. */
  version: string;
  /** No notice for this year yet: weekends and the 13 statutory days only. */
  provisional: boolean;
  /** YYYY-MM-DD. */
  publishedOn: string | null;
  papers: readonly string[];
  /** The days that are not as the weekday says, in order of date. */
  days: readonly CalendarDay[];
  isWorkingDay: (day: Temporal.PlainDate) => boolean;
  /** Why nobody works on that day: a festival, `周末`, or null on a working day. */
  dayOffName: (day: Temporal.PlainDate) => string | null;
}>;

/** All calendars known; a value, so that tables can come from a database too. */
export type Calendars = Readonly<{
  /** Provisional for a year without a table; refused before the first table, and beyond the year after the last. */
  calendarOf: (year: number) => Result<WorkCalendar, 'CALENDAR_NOT_PUBLISHED'>;
}>;

/** Of two tables of a year the higher version counts. */
export function createCalendars(tables: readonly YearTable[]): Calendars {
  const current = newestByYear(tables);
  const years = [...current.keys()];
  const made = new Map<number, WorkCalendar>();

  const calendarOf = (year: number) => {
    // Also refuses every year when there is no table at all: the least of none is infinite.
    if (year < Math.min(...years) || year > Math.max(...years) + 1) return fail('CALENDAR_NOT_PUBLISHED');

    const calendar = made.get(year) ?? workCalendar(year, current);
    made.set(year, calendar);
    return ok(calendar);
  };
  return { calendarOf };
}

export const officialCalendars: Calendars = createCalendars(officialTables);

function newestByYear(tables: readonly YearTable[]): ReadonlyMap<number, YearTable> {
  return new Map(tables.toSorted((a, b) => a.version - b.version).map((table) => [table.year, table]));
}

function workCalendar(year: number, tables: ReadonlyMap<number, YearTable>): WorkCalendar {
  const own = tables.get(year);
  const next = tables.get(year + 1);
  const ofNext = daysIn(year, next);
  const dayByDate = new Map([...(own?.days ?? statutoryDays(year)), ...ofNext].map((day) => [day.date, day]));

  const isWorkingDay = (day: Temporal.PlainDate): boolean => {
    const listed = dayByDate.get(day.toString());
    return listed ? !listed.isOffDay : !isWeekend(day);
  };

  return {
    year,
    version: [
      `${year}.${own?.version ?? 0}`,
      ...(next && ofNext.length > 0 ? [`${next.year}.${next.version}`] : []),
    ].join('+'),
    provisional: !own,
    publishedOn: own?.publishedOn ?? null,
    papers: [...(own?.papers ?? []), ...(next && ofNext.length > 0 ? next.papers : [])],
    days: daysIn(year, { days: [...dayByDate.values()] }).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    isWorkingDay,
    dayOffName: (day) => (isWorkingDay(day) ? null : (dayByDate.get(day.toString())?.name ?? '周末')),
  };
}

// A notice is named after its year, but may give days off in the December before it.
const daysIn = (year: number, table: Pick<YearTable, 'days'> | undefined): readonly CalendarDay[] =>
  (table?.days ?? []).filter(({ date }) => date.startsWith(`${year}-`));

const isWeekend = (day: Temporal.PlainDate): boolean => day.dayOfWeek > 5;
