import { fail, ok, type Result } from '@onevisit/kernel';
import type { Act, CaseFile, Referral, Step } from './case-file.ts';
import { isPending, met } from './deadline.ts';
import { changing, fact, taken } from './step.ts';
import { checkedState } from './transition.ts';

/** 交办反馈 (第二十二条): whom the case was assigned to tells whoever assigned it what came of it; late is never refused. */
export function reportedBack(
  file: CaseFile,
  report: Readonly<{ resultSealed: string; documentReference: string | null }>,
  act: Act,
): Result<Step, 'WRONG_STATE' | 'NOT_ASSIGNED_TO_THE_ORGANIZATION' | 'ALREADY_REPORTED_BACK'> {
  const state = checkedState(file.case.status, 'submitReportBack');
  if (!state.ok) return state;
  const assignment = assignmentOf(file, act);
  if (!assignment) return fail('NOT_ASSIGNED_TO_THE_ORGANIZATION');
  if (assignment.reportedBackAt !== null) return fail('ALREADY_REPORTED_BACK');

  const reported: Referral = {
    ...assignment,
    reportedBackAt: act.at,
    reportBackSealed: report.resultSealed,
    reportBackReference: report.documentReference,
  };
  const referrals = file.referrals.map((referral) => (referral.id === reported.id ? reported : referral));
  // What the case has lost by its end is owed no more, and stands as it is.
  const done = changing({ ...file, referrals }, (deadline) =>
    deadline.kind === 'REPORT_BACK' && deadline.responsibleOrganizationId === act.organizationId && isPending(deadline)
      ? met(deadline, act.at)
      : deadline,
  );
  return ok(taken(done, fact(act, 'ReportedBack', 'UNIT', { payload: { referralId: reported.id } })));
}

/** The assignment that the acting organization has to report on: its own newest, and not one that it gave back. */
export const assignmentOf = (file: Pick<CaseFile, 'referrals'>, act: Pick<Act, 'organizationId'>): Referral | null =>
  file.referrals.findLast(
    ({ kind, toOrganizationId, state }) =>
      kind === 'ASSIGNMENT' && toOrganizationId === act.organizationId && state !== 'RETURNED',
  ) ?? null;
