import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { dueDate, type DayTerm, type DueDate } from './due-date.ts';
import { createCalendars, officialCalendars } from './work-calendar.ts';

const date = (text: string) => Temporal.PlainDate.from(text);

function due(start: string, amount: number, rest: Partial<DayTerm> = {}): DueDate {
  const result = dueDate(officialCalendars, {
    start: date(start),
    amount,
    unit: 'DAY',
    roll: 'NEXT_WORKING_DAY',
    ...rest,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const lastDay = (start: Temporal.PlainDate, amount: number, unit: DayTerm['unit']) =>
  due(start.toString(), amount, { unit }).dueOn;

const isWorkingDay = (day: Temporal.PlainDate) => {
  const calendar = officialCalendars.calendarOf(day.year);
  return calendar.ok && calendar.value.isWorkingDay(day);
};

describe('dueDate', () => {
  it.each([
    ['2026-01-30', 15, '2026-02-14', null],
    ['2026-08-02', 60, '2026-10-08', '2026-10-01'],
    ['2026-07-31', 30, '2026-08-31', '2026-08-30'],
    ['2025-09-16', 15, '2025-10-09', '2025-10-01'],
  ])('counts %s + %i days to %s', (start, amount, dueOn, rolledFrom) => {
    const { dueOn: last, rolledFrom: raw } = due(start, amount);

    expect([last.toString(), raw?.toString() ?? null]).toEqual([dueOn, rolledFrom]);
  });

  it.each([
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-04-29', 5, '2026-05-09'],
    ['2025-04-25', 5, '2025-05-06'],
    ['2025-12-30', 5, '2026-01-07'],
  ])('counts %s + %i working days to %s', (start, amount, dueOn) => {
    const { dueOn: last, rolledFrom } = due(start, amount, { unit: 'WORKDAY' });

    expect([last.toString(), rolledFrom]).toEqual([dueOn, null]);
  });

  it('ends at the first instant after the last day in Shanghai', () => {
    expect(due('2026-01-30', 15).dueAt.toString()).toBe('2026-02-14T16:00:00Z');
  });

  it('says in two languages why the last day moved', () => {
    expect(due('2026-08-02', 60).reason).toEqual({
      dayOff: '国庆节',
      zh: '期限最后一日2026-10-01为休息日（国庆节），顺延至2026-10-08',
      en: 'The last day, 2026-10-01, is a day off (National Day): the term ends on 2026-10-08',
    });
    expect(due('2025-09-16', 15).reason?.en).toContain('(National Day, Mid-Autumn Festival)');
    expect(due('2026-07-31', 30).reason?.dayOff).toBe('周末');
    expect(due('2026-01-30', 15).reason).toBeNull();
  });

  it('leaves the last day where it falls without the rule of rolling', () => {
    expect(due('2026-08-02', 60, { roll: 'NONE' }).dueOn.toString()).toBe('2026-10-01');
  });

  it('names every calendar that it looked into', () => {
    expect(due('2025-12-30', 5, { unit: 'WORKDAY' }).calendarVersion).toBe('2025.1+2026.1');
    expect(due('2026-01-30', 15).calendarVersion).toBe('2026.1');
  });

  it('is provisional when any of the days counted lies in a year without a notice', () => {
    expect(due('2026-12-20', 11)).toMatchObject({ calendarVersion: '2026.1', provisional: false });
    expect(due('2026-12-30', 5, { unit: 'WORKDAY' })).toMatchObject({
      calendarVersion: '2026.1+2027.0',
      provisional: true,
    });
    expect(due('2026-12-30', 5, { unit: 'WORKDAY' }).dueOn.toString()).toBe('2027-01-07');
  });

  it.each([
    ['2027-12-31', 1, 'DAY'],
    ['2027-12-30', 2, 'WORKDAY'],
    ['2023-01-01', 15, 'DAY'],
  ] as const)('refuses %s + %i (%s), for which there is no calendar', (start, amount, unit) => {
    expect(dueDate(officialCalendars, { start: date(start), amount, unit, roll: 'NEXT_WORKING_DAY' })).toEqual({
      ok: false,
      reason: 'CALENDAR_NOT_PUBLISHED',
    });
  });

  it('refuses when rolling would leave the last calendar', () => {
    const closed = createCalendars([
      {
        year: 2026,
        version: 1,
        publishedOn: '2025-11-04',
        papers: [],
        days: [],
      },
      {
        year: 2027,
        version: 1,
        publishedOn: '2026-11-04',
        papers: [],
        days: [],
      },
    ]);
    // 2028-12-31 is a Sunday, and nothing is known of 2029.
    const result = dueDate(closed, { start: date('2028-12-30'), amount: 1, unit: 'DAY', roll: 'NEXT_WORKING_DAY' });

    expect(result).toEqual({ ok: false, reason: 'CALENDAR_NOT_PUBLISHED' });
  });

  it.each([0, -1, 1.5])('has no term of %d days', (amount) => {
    expect(() => due('2026-01-30', amount)).toThrow(RangeError);
  });

  const starts = fc.integer({ min: 0, max: 1000 }).map((days) => date('2024-01-01').add({ days }));
  const amounts = fc.integer({ min: 1, max: 60 });
  const units = fc.constantFrom<DayTerm['unit']>('DAY', 'WORKDAY');

  it('never ends on a day off', () => {
    fc.assert(
      fc.property(starts, amounts, units, (start, amount, unit) => {
        expect(isWorkingDay(lastDay(start, amount, unit))).toBe(true);
      }),
    );
  });

  it('never ends earlier for a later start or a longer term', () => {
    const more = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(starts, amounts, units, fc.tuple(more, more), (start, amount, unit, [later, longer]) => {
        const first = lastDay(start, amount, unit);
        const second = lastDay(start.add({ days: later }), amount + longer, unit);
        expect(Temporal.PlainDate.compare(first, second)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('counts exactly as many working days as the term has, the start day not among them', () => {
    fc.assert(
      fc.property(starts, amounts, (start, amount) => {
        const { days } = start.until(lastDay(start, amount, 'WORKDAY'));
        const counted = Array.from({ length: days }, (_, index) => start.add({ days: index + 1 }));
        expect(counted.filter(isWorkingDay)).toHaveLength(amount);
      }),
    );
  });

  it('rolls over days off only, and only when the last day is one', () => {
    fc.assert(
      fc.property(starts, amounts, (start, amount) => {
        const { dueOn, rolledFrom } = due(start.toString(), amount);
        const counted = start.add({ days: amount });
        const skipped = Array.from({ length: counted.until(dueOn).days }, (_, index) => counted.add({ days: index }));
        expect(skipped.filter(isWorkingDay)).toEqual([]);
        expect(rolledFrom?.toString() ?? null).toBe(skipped.length > 0 ? counted.toString() : null);
      }),
    );
  });

  it('is provisional exactly when it ends in a year without a notice', () => {
    fc.assert(
      fc.property(starts, amounts, units, (start, amount, unit) => {
        const { dueOn, provisional } = due(start.toString(), amount, { unit });
        expect(provisional).toBe(dueOn.year > 2026);
      }),
    );
  });
});
