import { describe, expect, it } from '@jest/globals';
import { officialTables } from './tables/official-tables.ts';
import { createCalendars, officialCalendars, type WorkCalendar } from './work-calendar.ts';
import { daysOff, worked, type YearTable } from './year-table.ts';

const aTable = (year: number, table: Partial<YearTable> = {}): YearTable => ({
  year,
  version: 1,
  publishedOn: `${year - 1}-11-05`,
  papers: [`https://example.org/${year}`],
  days: [],
  ...table,
});

function calendar(year: number, calendars = officialCalendars): WorkCalendar {
  const result = calendars.calendarOf(year);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const works = (day: string, calendars = officialCalendars) => {
  const date = Temporal.PlainDate.from(day);
  return calendar(date.year, calendars).isWorkingDay(date);
};

describe('the official tables', () => {
  it.each([
    [2024, 28, 8, 251],
    [2025, 28, 5, 248],
    [2026, 33, 6, 248],
  ])('%i has %i listed days off, %i worked weekend days and %i working days', (year, off, atWork, workingDays) => {
    const { days, isWorkingDay } = calendar(year);
    const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    const all = Array.from({ length: first.daysInYear }, (_, index) => first.add({ days: index }));

    expect([
      days.filter(({ isOffDay }) => isOffDay).length,
      days.filter(({ isOffDay }) => !isOffDay).length,
      all.filter(isWorkingDay).length,
    ]).toEqual([off, atWork, workingDays]);
  });

  it.each(officialTables)('$year lists each day once, in its year, and works only weekend days extra', (table) => {
    expect(new Set(table.days.map(({ date }) => date)).size).toBe(table.days.length);
    expect(table.days.filter(({ date }) => Temporal.PlainDate.from(date).year !== table.year)).toEqual([]);
    expect(table.days.filter(({ date, isOffDay }) => !isOffDay && Temporal.PlainDate.from(date).dayOfWeek < 6)).toEqual(
      [],
    );
  });

  it('names the notice, where it can be read, and why it may be used', () => {
    expect(officialTables.map(({ notice }) => notice)).toEqual([
      '国办发明电〔2023〕7号',
      '国办发明电〔2024〕12号',
      '国办发明电〔2025〕7号',
    ]);
    expect(officialTables.every(({ papers, licence, source }) => papers.length > 0 && licence && source)).toBe(true);
  });
});

describe('a work calendar', () => {
  it('works from Monday to Friday, on make-up days, and not on listed days off', () => {
    expect(works('2026-03-02')).toBe(true);
    expect(works('2026-03-01')).toBe(false);
    expect(works('2026-02-14')).toBe(true);
    expect(works('2026-02-16')).toBe(false);
  });

  it('names a day off by its festival, or as weekend', () => {
    const { dayOffName } = calendar(2026);

    expect(['2026-02-16', '2026-03-01', '2026-02-14'].map((day) => dayOffName(Temporal.PlainDate.from(day)))).toEqual([
      '春节',
      '周末',
      null,
    ]);
  });

  it('of a published year is not provisional', () => {
    expect(calendar(2026)).toMatchObject({
      year: 2026,
      version: '2026.1',
      provisional: false,
      publishedOn: '2025-11-04',
      papers: ['https://www.gov.cn/zhengce/content/202511/content_7047090.htm'],
    });
  });

  it('of the year after the last notice has weekends and the 13 statutory days, provisionally', () => {
    const { days, ...rest } = calendar(2027);

    expect(rest).toMatchObject({ version: '2027.0', provisional: true, publishedOn: null, papers: [] });
    expect(days).toHaveLength(13);
    expect(works('2027-02-05')).toBe(false);
    expect(works('2027-02-09')).toBe(true);
  });

  it.each([2023, 2028, 2040])('of %i is refused', (year) => {
    expect(officialCalendars.calendarOf(year)).toEqual({ ok: false, reason: 'CALENDAR_NOT_PUBLISHED' });
  });

  it('is refused for every year when no table is known', () => {
    expect(createCalendars([]).calendarOf(2026)).toEqual({ ok: false, reason: 'CALENDAR_NOT_PUBLISHED' });
  });

  it('is no longer provisional once its table is supplied, which opens the next year', () => {
    const calendars = createCalendars([...officialTables, aTable(2027)]);

    expect(calendar(2027, calendars)).toMatchObject({ version: '2027.1', provisional: false });
    expect(calendar(2028, calendars).provisional).toBe(true);
    expect(calendars.calendarOf(2029).ok).toBe(false);
  });

  it('takes the corrected table, in whatever order the tables come', () => {
    const corrected = aTable(2026, { version: 2, days: daysOff('元旦', '2026-01-05', '2026-01-05') });
    for (const tables of [
      [aTable(2026), corrected],
      [corrected, aTable(2026)],
    ]) {
      const calendars = createCalendars(tables);

      expect(calendar(2026, calendars).version).toBe('2026.2');
      expect(works('2026-01-05', calendars)).toBe(false);
    }
  });

  it("follows the next year's notice for the days it gives in December", () => {
    const next = aTable(2027, {
      days: [...daysOff('元旦', '2026-12-31', '2027-01-02'), ...worked('元旦', '2026-12-27')],
    });
    const calendars = createCalendars([aTable(2026), next]);

    expect(calendar(2026, calendars)).toMatchObject({
      version: '2026.1+2027.1',
      papers: ['https://example.org/2026', 'https://example.org/2027'],
      days: [
        { name: '元旦', date: '2026-12-27', isOffDay: false },
        { name: '元旦', date: '2026-12-31', isOffDay: true },
      ],
    });
    expect(calendar(2027, calendars)).toMatchObject({
      version: '2027.1',
      days: [{ date: '2027-01-01' }, { date: '2027-01-02' }],
    });
    expect([works('2026-12-31', calendars), works('2026-12-27', calendars)]).toEqual([false, true]);
  });
});
