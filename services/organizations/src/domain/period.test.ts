import { describe, expect, it } from '@jest/globals';
import { firstDayOfQuarter, lastDayOf, quarterBefore, quarterOf } from './period.ts';

describe('a period', () => {
  it.each([
    ['2026-Q1', '2026-03-31'],
    ['2026-Q2', '2026-06-30'],
    ['2026', '2026-12-31'],
    ['2026-Q5', null],
    ['2026-06', null],
    ['', null],
  ])('%j ends on %j', (period, day) => {
    expect(lastDayOf(period)).toBe(day);
  });

  it('is a quarter from its first day on', () => {
    expect([firstDayOfQuarter('2026-Q2'), firstDayOfQuarter('2026')]).toEqual(['2026-04-01', null]);
    expect(['2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual(['2026-Q1', '2026-Q2', '2026-Q4']);
  });

  it('comes after another', () => {
    expect(['2026-Q2', '2026-Q1'].map(quarterBefore)).toEqual(['2026-Q1', '2025-Q4']);
    expect(() => quarterBefore('2026')).toThrow('no quarter');
  });
});
