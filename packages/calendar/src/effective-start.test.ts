import { describe, expect, it } from '@jest/globals';
import { effectiveStart } from './effective-start.ts';
import { officialCalendars } from './work-calendar.ts';

const startOf = (shanghai: string) => {
  const result = effectiveStart(officialCalendars, new Date(`${shanghai}+08:00`));
  return result.ok ? result.value.toString() : result.reason;
};

describe('effectiveStart', () => {
  it.each([
    ['in office hours', '2026-03-02T09:30:00', '2026-03-02'],
    ['before office hours', '2026-03-02T00:00:00', '2026-03-02'],
    ['at 17:00 sharp', '2026-03-02T17:00:00', '2026-03-02'],
    ['after 17:00', '2026-03-02T17:00:00.001', '2026-03-03'],
    ['after 17:00 on a Friday', '2026-03-06T18:00:00', '2026-03-09'],
    ['on a Sunday', '2026-03-08T10:00:00', '2026-03-09'],
    ['on a make-up workday', '2026-02-14T10:00:00', '2026-02-14'],
    ['after 17:00 before the Spring Festival', '2026-02-14T18:00:00', '2026-02-24'],
    ['in the National Day holiday', '2026-10-01T10:00:00', '2026-10-08'],
    ['after 17:00 before a make-up workday', '2026-05-08T20:00:00', '2026-05-09'],
    ['beyond the last calendar', '2027-12-31T18:00:00', 'CALENDAR_NOT_PUBLISHED'],
  ])('of what is issued %s (%s) is %s', (_, issued, start) => {
    expect(startOf(issued)).toBe(start);
  });
});
