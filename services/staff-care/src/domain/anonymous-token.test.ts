import { describe, expect, it } from '@jest/globals';
import { hiddenHours, isAccepted, isoWeek, isReplyToken, releaseAfter } from './anonymous-token.ts';

describe('isAccepted', () => {
  it.each([
    ['2026-05', true],
    ['2026-04', true],
    ['2026-03', false],
    ['2026-06', false],
    ['nonsense', false],
  ])('in May 2026 takes a token of %s: %s', (month, accepted) => {
    expect(isAccepted(month, Temporal.PlainDate.from('2026-05-01'))).toBe(accepted);
    expect(isAccepted(month, Temporal.PlainDate.from('2026-05-31'))).toBe(accepted);
  });

  it('takes a token of December in January', () => {
    expect(isAccepted('2025-12', Temporal.PlainDate.from('2026-01-31'))).toBe(true);
  });
});

describe('isoWeek', () => {
  it.each([
    ['2026-04-27', '2026-W18'],
    ['2027-01-01', '2026-W53'],
    ['2026-01-05', '2026-W02'],
  ])('of %s is %s', (day, week) => {
    expect(isoWeek(Temporal.PlainDate.from(day))).toBe(week);
  });
});

describe('releaseAfter', () => {
  const hour = 3_600_000;

  it.each(['2026-04-27T04:00:00.000Z', '2026-04-27T04:59:59.999Z'])(
    'from %s is more than 24 hours and at most 72 away, at a full hour',
    (time) => {
      const filedAt = new Date(time);
      const [soonest, latest] = [hiddenHours.least, hiddenHours.most].map((hours) => releaseAfter(filedAt, hours));
      expect([soonest, latest]).toEqual([Date.parse('2026-04-28T05:00:00Z'), Date.parse('2026-04-30T04:00:00Z')]);
      expect((soonest ?? 0) - filedAt.getTime()).toBeGreaterThan(24 * hour);
      expect((latest ?? 0) - filedAt.getTime()).toBeLessThanOrEqual(72 * hour);
    },
  );
});

describe('isReplyToken', () => {
  it.each([
    [21, false],
    [22, true],
    [200, true],
    [201, false],
  ])('of %i characters: %s', (length, usable) => {
    expect(isReplyToken('x'.repeat(length))).toBe(usable);
  });
});
