import { describe, expect, it } from '@jest/globals';
import { daysToAnchor } from './audit-anchor.ts';

/** Half past midnight in Shanghai on March 1. */
const now = new Date('2026-02-28T16:30:00Z');
const dates = (lastDate: string | null, limit = 10) => daysToAnchor(lastDate, now, limit).map(({ date }) => date);

describe('daysToAnchor', () => {
  it('begins with the last day that ended', () => {
    expect(daysToAnchor(null, now, 10)).toEqual([{ date: '2026-02-28', dueAt: new Date('2026-02-28T16:00:00Z') }]);
  });

  it('goes on behind the last anchor, day by day, and no further than asked', () => {
    expect(dates('2026-02-25')).toEqual(['2026-02-26', '2026-02-27', '2026-02-28']);
    expect(dates('2026-02-25', 2)).toEqual(['2026-02-26', '2026-02-27']);
    expect(dates('2025-12-30', 3)).toEqual(['2025-12-31', '2026-01-01', '2026-01-02']);
  });

  it('never anchors a day that has not ended, nor one twice', () => {
    expect([dates('2026-02-28'), dates('2026-03-01')]).toEqual([[], []]);
  });
});
