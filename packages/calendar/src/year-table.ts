/** One day that a notice names: a day off, or a weekend day worked in exchange for one (调休上班). */
export type CalendarDay = Readonly<{
  /** The festival in Chinese, as the notice writes it; of a worked weekend day, the festival it is worked for. */
  name: string;
  /** YYYY-MM-DD. May lie in the December before the notice's year. */
  date: string;
  isOffDay: boolean;
}>;

/** What one State Council notice says: the open `holiday-cn` shape, and a version for corrections. */
export type YearTable = Readonly<{
  year: number;
  /** 1 as first published; a corrected table of the same year counts up. */
  version: number;
  /** Day of the notice, YYYY-MM-DD. */
  publishedOn: string;
  /** Where the notices can be read. */
  papers: readonly string[];
  days: readonly CalendarDay[];
}>;

/** A table that comes with this package. */
export type OfficialTable = YearTable & Readonly<{ notice: string; source: string; licence: string }>;

/** Every day from the first to the last, both included, is off. */
export function daysOff(name: string, first: string, last: string): readonly CalendarDay[] {
  const from = Temporal.PlainDate.from(first);
  const length = from.until(last).days + 1;
  return Array.from({ length }, (_, index) => ({ name, date: from.add({ days: index }).toString(), isOffDay: true }));
}

/** Weekend days that are worked. */
export const worked = (name: string, ...dates: readonly string[]): readonly CalendarDay[] =>
  dates.map((date) => ({ name, date, isOffDay: false }));
