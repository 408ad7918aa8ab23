import { fail, ok, type Result } from '@onevisit/kernel';
import type { Act, CaseFile, Contest, ServiceFailure, Step } from './case-file.ts';
import { isRunning, started, superseded, type Deadline } from './deadline.ts';
import { changing, fact, meeting, moved, superseding, taken, withDeadlines } from './step.ts';
import { checkedState } from './transition.ts';
import { toBeReferredAgain } from './transfer-again.ts';

export const pendingContest = ({ contests }: Pick<CaseFile, 'contests'>): Contest | null =>
  contests.find(({ state }) => state === 'PENDING') ?? null;

/** 不予受理异议期: from the delivery of the notice on. */
export function contestWindow(file: CaseFile, deliveredAt: Date, act: Act): Result<Deadline, 'CALENDAR_NOT_PUBLISHED'> {
  return started(
    { id: act.newId(), caseId: file.case.id, responsibleOrganizationId: null },
    'CONTEST_WINDOW',
    deliveredAt,
  );
}

/** T8 对不予受理提出异议: by the petitioner, also before the notice has come, once for each decision. */
export function contested(
  file: CaseFile,
  request: Readonly<{ id: string; groundsSealed: string; rulingOrganizationId: string; bureauId: string }>,
  act: Act,
): Result<Step, 'WRONG_STATE' | 'ALREADY_CONTESTED' | 'CALENDAR_NOT_PUBLISHED'> {
  const { admission } = file;
  if (!checkedState(file.case.status, 'contestAdmission').ok || !admission) return fail('WRONG_STATE');
  if (file.contests.some(({ admissionId }) => admissionId === admission.id)) return fail('ALREADY_CONTESTED');
  const { rulingOrganizationId: responsibleOrganizationId } = request;
  const owner = { id: act.newId(), caseId: file.case.id, responsibleOrganizationId };
  const ruling = started(owner, 'CONTEST_RULING', act.at);
  if (!ruling.ok) return ruling;

  const contest: Contest = {
    ...request,
    caseId: file.case.id,
    admissionId: admission.id,
    requestedAt: act.at,
    filedBy: act.staffId,
    state: 'PENDING',
    ruledBy: null,
    ruledAt: null,
    version: 1,
  };
  const told = fact(act, 'AdmissionContested', 'PETITIONER', {
    payload: { contestId: contest.id, admissionId: admission.id },
  });
  return ok(taken(withDeadlines({ ...file, contests: [...file.contests, contest] }, ruling.value), told));
}

/** T8' 裁定异议: by the supervision of the city, never by whoever decided. */
export function contestRuled(
  file: CaseFile,
  request: Readonly<{ isUpheld: boolean; reason: string }>,
  act: Act,
): Result<Step, 'WRONG_STATE' | 'DECIDER_CANNOT_RULE' | 'CALENDAR_NOT_PUBLISHED'> {
  const contest = pendingContest(file);
  if (!checkedState(file.case.status, 'ruleContest').ok || !contest) return fail('WRONG_STATE');
  if (act.organizationId === file.admission?.organizationId) return fail('DECIDER_CANNOT_RULE');
  const ruling = file.deadlines.findLast(({ kind }) => kind === 'CONTEST_RULING') ?? null;
  const met = meeting(file, act.at, 'CONTEST_RULING');
  if (!request.isUpheld) return ok(rejected(met, contest, request.reason, act));
  return upheld(withFailure(met, ruling, act), contest, request.reason, act);
}

/** Nobody ruled in time: the contest is upheld, and nobody is said to have been wrong. */
export function contestLapsed(file: CaseFile, act: Act): Result<Step, 'CALENDAR_NOT_PUBLISHED'> {
  const contest = pendingContest(file);
  return contest && file.case.status === 'NOT_ADMITTED' ? upheld(file, contest, null, act) : ok(taken(file));
}

function upheld(
  file: CaseFile,
  contest: Contest,
  reason: string | null,
  act: Act,
): Result<Step, 'CALENDAR_NOT_PUBLISHED'> {
  const ruled = withContest(file, { ...contest, state: 'UPHELD', ruledBy: act.staffId, ruledAt: act.at });
  const back = moved(ruled, 'ruleContest', { responsibleOrganizationId: null });
  const referrals = back.referrals.map((referral) =>
    referral.state === 'ISSUED' ? { ...referral, state: 'RETURNED' as const } : referral,
  );
  const free = superseding({ ...back, referrals }, 'ADMISSION_NOTICE', 'REPORT_BACK', 'CONTEST_WINDOW');
  const told = fact(act, 'ContestUpheld', 'PETITIONER', { payload: { contestId: contest.id }, reason });
  // The bureau passed it on rightly, so only the renewed referral is owed.
  return toBeReferredAgain(taken(free, told), { ...act, organizationId: contest.bureauId });
}

function rejected(file: CaseFile, contest: Contest, reason: string, act: Act): Step {
  const ruled = withContest(file, { ...contest, state: 'REJECTED', ruledBy: act.staffId, ruledAt: act.at });
  const told = fact(act, 'ContestRejected', 'PETITIONER', { payload: { contestId: contest.id }, reason });
  return nonAdmissionStood(taken(ruled, told), { ...act, staffId: null, organizationId: null });
}

/** T7' 不予受理期满: the window has run out, and no contest is pending. */
export function nonAdmissionStood(step: Step, act: Act): Step {
  const { file } = step;
  const window = file.deadlines.findLast(({ kind }) => kind === 'CONTEST_WINDOW');
  const isOver = window !== undefined && !isRunning(window) && !pendingContest(file);
  if (file.case.status !== 'NOT_ADMITTED' || !isOver) return step;

  const ended = moved(file, 'nonAdmissionStood', { conclusionKind: 'NON_ADMISSION_STOOD', concludedAt: act.at });
  const still = changing(ended, (deadline) => (isRunning(deadline) ? superseded(deadline) : deadline));
  const told = fact(act, 'CaseConcluded', 'PETITIONER', { payload: { conclusionKind: 'NON_ADMISSION_STOOD' } });
  return taken(still, ...step.facts, told);
}

/** 应受未受: a judgement of people, made with the ruling. */
function withFailure(file: CaseFile, ruling: Deadline | null, act: Act): CaseFile {
  const organizationId = file.admission?.organizationId ?? null;
  if (ruling === null || organizationId === null) return file;
  const failure: ServiceFailure = {
    id: act.newId(),
    caseId: file.case.id,
    kind: 'WRONGFUL_NON_ADMISSION',
    severity: 'MAJOR',
    organizationId,
    deadlineId: ruling.id,
    occurredAt: file.admission?.decidedAt ?? act.at,
    detectedBy: 'SUPERVISOR',
    state: 'CONFIRMED',
  };
  return { ...file, failures: [...file.failures, failure] };
}

const withContest = (file: CaseFile, changed: Contest): CaseFile => ({
  ...file,
  contests: file.contests.map((contest) => (contest.id === changed.id ? changed : contest)),
});
