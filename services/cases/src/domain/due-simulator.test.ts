import { deadlineKinds, planDeadline, type DeadlineKind, type PlannedKind } from '@onevisit/calendar';
import { describe, expect, it } from '@jest/globals';
import { simulatedDue } from './due-simulator.ts';

const dueOn = (kind: DeadlineKind, startOn: string): string => {
  const due = simulatedDue(kind, startOn);
  return due.ok ? due.value.dueOn.toString() : due.reason;
};

describe('simulatedDue', () => {
  it('counts days and working days by the rule of the kind', () => {
    expect(dueOn('TRANSFER', '2026-03-02')).toBe('2026-03-17');
    expect(dueOn('RE_REFERRAL', '2026-03-06')).toBe('2026-03-10');
  });

  it('says where a last day was a day off, and why', () => {
    const due = simulatedDue('HANDLING', '2026-08-02');
    expect(due.ok && [due.value.dueOn, due.value.rolledFrom, due.value.reason?.dayOff].map(String)).toEqual([
      '2026-10-08',
      '2026-10-01',
      '国庆节',
    ]);
  });

  it('ends a mere norm with the norm', () => {
    expect(dueOn('FIRST_CONTACT', '2026-03-06')).toBe('2026-03-09');
  });

  it('counts what is issued on a day off from the next working day', () => {
    // A Saturday: the five working days follow Monday the 9th.
    expect(dueOn('OBJECTION', '2026-03-07')).toBe('2026-03-16');
  });

  it('refuses what has no term in days, and nothing else', () => {
    const refused = deadlineKinds.filter((kind) => dueOn(kind, '2026-03-02') === 'KIND_WITHOUT_TERM_IN_DAYS');
    expect(refused).toEqual(['REPORT_BACK', 'URGENT_CITY_LEG', 'URGENT_UPWARD_LEG']);
  });

  it('refuses what ends beyond the calendars, and before them', () => {
    expect(['2031-03-03', '1999-03-03'].map((day) => dueOn('HANDLING', day))).toEqual([
      'CALENDAR_NOT_PUBLISHED',
      'CALENDAR_NOT_PUBLISHED',
    ]);
  });

  it('says what a real term of that start says', () => {
    const planned = deadlineKinds.filter(
      (kind): kind is PlannedKind =>
        kind !== 'REPORT_BACK' && kind !== 'HANDLING_EXTENDED' && !kind.startsWith('URGENT'),
    );
    for (const kind of planned) {
      const plan = planDeadline(kind, new Date('2026-09-24T02:00:00Z'));
      expect([kind, dueOn(kind, '2026-09-24')]).toEqual([kind, plan.ok && plan.value.dueOn]);
    }
  });
});
