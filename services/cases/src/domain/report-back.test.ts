import { describe, expect, it } from '@jest/globals';
import {
  bureau,
  bureauAt,
  dayOf,
  fileAfter,
  handlerAt,
  leaderAt,
  story,
  systemAt,
  unit,
  wages,
} from '../testing/case-files.ts';
import type { CaseFile } from './case-file.ts';
import { deadlineLapsed } from './lapse.ts';
import { referred } from './referral.ts';
import { reportedBack } from './report-back.ts';

const assigned = (): CaseFile =>
  fileAfter(
    referred(
      story.registered(),
      {
        kind: 'ASSIGNMENT',
        orderNo: 'JB26-7F3K-9QXM-0',
        legalBasis: null,
        overrideReason: null,
        reason: null,
        reportBackDueOn: '2026-03-10',
      },
      bureauAt(dayOf(1)),
      { from: bureau, to: unit, competences: [wages], superiorIds: [] },
    ),
  );
const report = { resultSealed: 'sealed', documentReference: '平人社〔2026〕1号' };
const reported = (file: CaseFile, day: number) => reportedBack(file, report, handlerAt(dayOf(day)));
const termOf = (file: CaseFile) => file.deadlines.find(({ kind }) => kind === 'REPORT_BACK');

describe('reportedBack', () => {
  it('stands on the assignment and meets its term', () => {
    const file = fileAfter(reported(assigned(), 5));
    expect(file.referrals).toMatchObject([
      { reportedBackAt: dayOf(5), reportBackSealed: 'sealed', reportBackReference: '平人社〔2026〕1号' },
    ]);
    expect(termOf(file)).toMatchObject({ state: 'MET', metAt: dayOf(5) });
  });

  it('is late after the day that the order states, and taken all the same', () => {
    const file = assigned();
    const lapsed = deadlineLapsed(file, termOf(file)?.id ?? '', 'SL', systemAt(dayOf(9)));
    const breached = lapsed.ok && lapsed.value ? lapsed.value.file : file;
    expect(termOf(breached)).toMatchObject({ state: 'BREACHED' });
    expect(termOf(fileAfter(reported(breached, 10)))).toMatchObject({ state: 'MET_LATE', lateByDays: 2 });
  });

  it('is refused to whom nothing was assigned, a second time, and before anything was referred', () => {
    expect(reported(story.referred(), 5)).toEqual({ ok: false, reason: 'NOT_ASSIGNED_TO_THE_ORGANIZATION' });
    const byBureau = reportedBack(assigned(), report, bureauAt(dayOf(5)));
    expect(byBureau).toEqual({ ok: false, reason: 'NOT_ASSIGNED_TO_THE_ORGANIZATION' });
    expect(reported(fileAfter(reported(assigned(), 5)), 6)).toEqual({ ok: false, reason: 'ALREADY_REPORTED_BACK' });
    expect(reportedBack(story.registered(), report, leaderAt(dayOf(1)))).toEqual({ ok: false, reason: 'WRONG_STATE' });
  });

  it('owes nothing any more for an assignment that was given back', () => {
    const file = assigned();
    const returned = { ...file, referrals: file.referrals.map((each) => ({ ...each, state: 'RETURNED' as const })) };
    expect(reported(returned, 5)).toEqual({ ok: false, reason: 'NOT_ASSIGNED_TO_THE_ORGANIZATION' });
  });
});
