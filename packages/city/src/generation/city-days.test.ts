import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createCityDays } from './city-days.ts';
import { createTermEnds } from './term-ends.ts';
import { planDeadline } from '@onevisit/calendar';

const date = (text: string) => Temporal.PlainDate.from(text);
const shanghai = (text: string) => new Date(`${text}+08:00`).getTime();
const cityDays = createCityDays(date('2026-01-01'), date('2026-12-31'));

describe('createCityDays', () => {
  it.each([
    ['in office hours', '2026-03-02T10:15:00', '2026-03-02T10:15:00'],
    ['before office hours', '2026-03-02T07:00:00', '2026-03-02T08:30:00'],
    ['at noon', '2026-03-02T12:40:00', '2026-03-02T13:30:00'],
    ['in the evening', '2026-03-02T20:00:00', '2026-03-03T08:30:00'],
    ['on a Saturday', '2026-03-07T10:00:00', '2026-03-09T08:30:00'],
    ['on a worked Saturday', '2026-02-14T10:00:00', '2026-02-14T10:00:00'],
    ['in the Spring Festival', '2026-02-17T10:00:00', '2026-02-24T08:30:00'],
  ])('finds office time %s', (_, instant, office) => {
    expect(cityDays.instantOf(cityDays.officeTimeOf(shanghai(instant)))).toBe(shanghai(office));
  });

  it('never leads out of office hours, nor back', () => {
    const last = cityDays.officeTimeOf(shanghai('2026-12-01T00:00:00'));
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: last, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (time, more) => {
          const at = cityDays.instantOf(time);
          const { isWorkingDay, startsAt } = cityDays.dayAt(at);
          const hour = (at - startsAt) / 3_600_000;
          expect(isWorkingDay).toBe(true);
          expect((hour >= 8.5 && hour <= 12) || (hour >= 13.5 && hour <= 17)).toBe(true);
          expect(cityDays.instantOf(time + more)).toBeGreaterThanOrEqual(at);
        },
      ),
    );
  });

  it('knows festivals from weekends', () => {
    const kinds = ['2026-03-02', '2026-03-07', '2026-10-01', '2026-02-14'].map((text) => {
      const { isWorkingDay, isHoliday } = cityDays.dayAt(shanghai(`${text}T12:00:00`));
      return [isWorkingDay, isHoliday];
    });

    expect(kinds).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [true, false],
    ]);
  });
});

describe('createTermEnds', () => {
  const termEnds = createTermEnds(cityDays);

  it('tells what the calendar says, asked once or twice', () => {
    const minutes = fc.integer({ min: 0, max: 250 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.constantFrom('HANDLING', 'REVIEW_REQUEST_WINDOW', 'OBJECTION'), (minute, kind) => {
        const at = shanghai('2026-01-02T00:00:00') + minute * 60_000;
        const plan = planDeadline(kind, new Date(at));
        expect([termEnds(kind, at), termEnds(kind, at)]).toEqual(
          plan.ok ? [plan.value.dueAt.getTime(), plan.value.dueAt.getTime()] : [],
        );
      }),
    );
  });

  it('never ends what no calendar covers', () => {
    expect(termEnds('HANDLING', shanghai('2027-12-15T10:00:00'))).toBe(Infinity);
  });
});
