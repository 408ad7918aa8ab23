import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { deadlineKinds } from './deadline-kind.ts';
import {
  planDeadline,
  planStatedDeadline,
  type DeadlinePlan,
  type PlannedKind,
  type PlanOptions,
} from './plan-deadline.ts';
import { officialTables } from './tables/official-tables.ts';
import { createCalendars } from './work-calendar.ts';

const shanghai = (text: string) => new Date(`${text}+08:00`);
const plannedKinds = deadlineKinds.filter((kind): kind is PlannedKind => kind !== 'REPORT_BACK');

function plan(kind: PlannedKind, start: string, options?: PlanOptions): DeadlinePlan {
  const result = planDeadline(kind, shanghai(start), options);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

describe('planDeadline', () => {
  it('fills what a deadline row says about its time', () => {
    expect(plan('HANDLING', '2026-08-02T10:00:00')).toEqual({
      kind: 'HANDLING',
      startedAt: shanghai('2026-08-02T10:00:00'),
      dueOn: '2026-10-08',
      dueAt: shanghai('2026-10-09T00:00:00'),
      targetAt: shanghai('2026-09-02T00:00:00'),
      amount: 60,
      unit: 'DAY',
      ruleVersion: 'HANDLING.1',
      calendarVersion: '2026.1',
      provisional: false,
      rolledFrom: '2026-10-01',
      basis: '《信访工作条例》第三十四条：受理之日起60日内办结；浙江：30日（服务标准）',
    });
  });

  it('takes the day of the start in Shanghai, not in UTC', () => {
    expect(plan('TRANSFER', '2026-03-02T00:30:00').dueOn).toBe('2026-03-17');
    expect(plan('TRANSFER', '2026-03-02T23:59:59').dueOn).toBe('2026-03-17');
  });

  it('gives a transfer the share of its bureau as norm, and none when the level is not told', () => {
    const targets = (['CITY', 'COUNTY'] as const).map(
      (level) => plan('TRANSFER', '2026-03-02T10:00:00', { level }).targetAt,
    );

    expect(targets).toEqual([shanghai('2026-03-06T00:00:00'), shanghai('2026-03-07T00:00:00')]);
    expect(plan('TRANSFER', '2026-03-02T10:00:00').targetAt).toBeNull();
  });

  it('starts a referral that came after office hours on the next working day', () => {
    expect(plan('OBJECTION', '2026-03-06T18:00:00')).toMatchObject({
      startedAt: shanghai('2026-03-09T00:00:00'),
      dueOn: '2026-03-16',
    });
    expect(plan('OBJECTION', '2026-03-06T16:00:00')).toMatchObject({
      startedAt: shanghai('2026-03-06T16:00:00'),
      dueOn: '2026-03-13',
    });
  });

  it('starts the admission notice at the contact, or at the referral by its rule', () => {
    const start = '2026-03-06T18:00:00';

    expect(plan('ADMISSION_NOTICE', start).dueOn).toBe('2026-03-23');
    expect(plan('ADMISSION_NOTICE', start, { startsAt: 'REFERRAL_ISSUED' }).dueOn).toBe('2026-03-24');
  });

  it('counts an extension from the last day of the term it extends', () => {
    const handling = plan('HANDLING', '2026-03-02T10:00:00');
    const extended = planDeadline('HANDLING_EXTENDED', handling.dueAt, { amount: 15 });

    expect(handling.dueOn).toBe('2026-05-06');
    expect(handling.rolledFrom).toBe('2026-05-01');
    // 15 days after 6 May is 21 May, a Thursday.
    expect(extended).toMatchObject({ ok: true, value: { dueOn: '2026-05-21', amount: 15, startedAt: handling.dueAt } });
  });

  it('ends a mere norm with the norm', () => {
    expect(plan('FIRST_CONTACT', '2026-03-06T10:00:00')).toMatchObject({
      dueOn: '2026-03-09',
      dueAt: shanghai('2026-03-10T00:00:00'),
      targetAt: shanghai('2026-03-10T00:00:00'),
      amount: 1,
      unit: 'WORKDAY',
    });
  });

  it('counts urgent legs in minutes, at any hour, without a calendar', () => {
    expect(plan('URGENT_CITY_LEG', '2035-10-01T23:30:00')).toMatchObject({
      dueOn: '2035-10-02',
      dueAt: shanghai('2035-10-02T00:30:00'),
      targetAt: shanghai('2035-10-02T00:00:00'),
      amount: 60,
      unit: 'MINUTE',
      calendarVersion: null,
      provisional: false,
    });
  });

  it('gives a supervision order the answer time of its kind', () => {
    const amounts = (['URGE', 'ORDER', 'LISTED', 'ON_SITE'] as const).map(
      (supervision) => plan('SUPERVISION_RESPONSE', '2026-03-02T10:00:00', { supervision }).amount,
    );

    expect(amounts).toEqual([3, 7, 15, 15]);
  });

  it('leaves the days of a hearing out of a recheck, at most 20, and out of nothing else', () => {
    const start = '2026-03-02T10:00:00';

    expect(plan('RECHECK', start, { excludedDays: 8 }).amount).toBe(38);
    expect(plan('RECHECK', start, { excludedDays: 45 }).amount).toBe(50);
    expect(plan('REVIEW', start, { excludedDays: 8 }).amount).toBe(30);
  });

  it('flags what rests on a year without a notice, and reckons anew once it is published', () => {
    const start = '2026-12-10T10:00:00';
    const published = createCalendars([
      ...officialTables,
      {
        year: 2027,
        version: 1,
        publishedOn: '2026-11-30',
        papers: [],
        days: [
          { name: '春节', date: '2027-02-08', isOffDay: true },
          { name: '春节', date: '2027-02-09', isOffDay: true },
        ],
      },
    ]);

    expect(plan('HANDLING', start)).toMatchObject({
      dueOn: '2027-02-09',
      calendarVersion: '2027.0',
      provisional: true,
    });
    expect(plan('HANDLING', start, { calendars: published })).toMatchObject({
      dueOn: '2027-02-10',
      calendarVersion: '2027.1',
      provisional: false,
    });
  });

  it('refuses what ends beyond the calendars', () => {
    expect(planDeadline('HANDLING', shanghai('2027-12-01T10:00:00'))).toEqual({
      ok: false,
      reason: 'CALENDAR_NOT_PUBLISHED',
    });
    expect(planDeadline('OBJECTION', shanghai('2027-12-31T18:00:00'))).toEqual({
      ok: false,
      reason: 'CALENDAR_NOT_PUBLISHED',
    });
  });

  it('knows only the starting acts of the rule', () => {
    expect(() => plan('TRANSFER', '2026-03-02T10:00:00', { startsAt: 'CASE_ADMITTED' })).toThrow(RangeError);
  });

  it.each(plannedKinds)('plans %s with a norm that is never later than the term', (kind) => {
    const minutes = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.constantFrom('CITY' as const, 'COUNTY' as const), (minute, level) => {
        const start = new Date(shanghai('2024-06-01T00:00:00').getTime() + minute * 60_000);
        const result = planDeadline(kind, start, { level });
        if (!result.ok) throw new Error(result.reason);

        const { startedAt, targetAt, dueAt } = result.value;
        const norm = targetAt ?? dueAt;
        expect([startedAt < norm, norm <= dueAt]).toEqual([true, true]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('planStatedDeadline', () => {
  it('ends when the order says, day off or not, without a calendar', () => {
    expect(planStatedDeadline('REPORT_BACK', shanghai('2026-09-01T10:00:00'), '2026-10-01')).toMatchObject({
      dueOn: '2026-10-01',
      dueAt: shanghai('2026-10-02T00:00:00'),
      targetAt: null,
      amount: null,
      calendarVersion: null,
      rolledFrom: null,
      ruleVersion: 'REPORT_BACK.1',
    });
  });
});
