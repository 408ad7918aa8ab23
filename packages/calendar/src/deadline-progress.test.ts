import { describe, expect, it } from '@jest/globals';
import { colorOf, lateByDays, remainingDays } from './deadline-progress.ts';

const shanghai = (text: string) => new Date(`${text}+08:00`);
const dueAt = shanghai('2026-03-18T00:00:00');

describe('remainingDays', () => {
  it.each([
    ['2026-03-02T10:00:00', 15],
    ['2026-03-16T23:59:59', 1],
    ['2026-03-17T00:00:00', 0],
    ['2026-03-17T23:59:59', 0],
    ['2026-03-18T00:00:00', -1],
  ])('at %s is %i', (now, days) => {
    expect(remainingDays({ dueAt }, shanghai(now))).toBe(days);
  });
});

describe('lateByDays', () => {
  it.each([
    ['2026-03-17T23:59:59.999', 0],
    ['2026-03-18T00:00:00', 1],
    ['2026-03-18T23:59:59', 1],
    ['2026-03-20T08:00:00', 3],
  ])('of what came at %s is %i', (at, days) => {
    expect(lateByDays({ dueAt }, shanghai(at))).toBe(days);
  });

  it('of a term in minutes that was missed on the same day is 1', () => {
    expect(lateByDays({ dueAt: shanghai('2026-03-18T10:30:00') }, shanghai('2026-03-18T10:40:00'))).toBe(1);
  });
});

describe('colorOf', () => {
  const startedAt = shanghai('2026-03-10T00:00:00');

  it.each([
    ['2026-03-10T00:00:00', 'GREEN'],
    ['2026-03-15T23:59:59', 'GREEN'],
    ['2026-03-16T00:00:00', 'AMBER'],
    ['2026-03-17T23:59:59', 'AMBER'],
    ['2026-03-18T00:00:00', 'RED'],
    ['2026-04-01T00:00:00', 'RED'],
  ])('at %s is %s', (now, color) => {
    expect(colorOf({ startedAt, dueAt }, shanghai(now))).toBe(color);
  });
});
