import { describe, expect, it } from '@jest/globals';
import { endOfFirstQuarter, firstDayOf, lastDayOf, quartersWithin } from './quarter.ts';

describe('quartersWithin', () => {
  it.each([
    ['2025-04-01', '2026-03-31', ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1']],
    ['2025-04-02', '2026-03-30', ['2025-Q3', '2025-Q4']],
    ['2025-04-01', '2025-06-29', []],
    ['2025-12-31', '2026-03-31', ['2026-Q1']],
    ['2025-06-30', '2025-06-01', []],
  ])('from %s to %s are %j', (from, to, quarters) => {
    expect(quartersWithin(from, to)).toEqual(quarters);
  });
});

describe('a quarter', () => {
  it.each([
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s is from %s to %s', (quarter, first, last) => {
    expect([firstDayOf(quarter), lastDayOf(quarter)]).toEqual([first, last]);
  });

  it('is the first whole one from a day on', () => {
    expect(['2026-05-06', '2026-04-01'].map(endOfFirstQuarter)).toEqual(['2026-09-30', '2026-06-30']);
  });
});
