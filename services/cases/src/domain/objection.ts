import { localDate } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import { isResponsible } from './admission.ts';
import type { Act, CaseFile, Objection, Referral, Step } from './case-file.ts';
import { disputed, needsArbiter, type Arbiter } from './competence.ts';
import { isRunning, started } from './deadline.ts';
import { isValidOn, isVillageCommittee, type Organization } from './organization.ts';
import { fact, meeting, moved, superseding, taken, withDeadlines } from './step.ts';
import { checkedState } from './transition.ts';
import { transferRunningAgain } from './transfer-again.ts';

export type ObjectionRefusal =
  | 'WRONG_STATE'
  | 'NOT_THE_RESPONSIBLE_ORGANIZATION'
  | 'REFERRAL_IS_FINAL'
  | 'OBJECTION_ALREADY_RULED'
  | 'OBJECTION_TOO_LATE'
  | 'PROPOSED_ORGANIZATION_NOT_VALID'
  | 'CALENDAR_NOT_PUBLISHED';

/** T4 提出异议 (第二十三条): within five working days, with a reason and with the organization that is competent instead. */
export function objectionRaised(
  file: CaseFile,
  request: Readonly<{ id: string; reasonSealed: string; legalBasis: string | null; proposed: Organization }>,
  act: Act,
): Result<Step, ObjectionRefusal> {
  const state = checkedState(file.case.status, 'raiseObjection');
  const referral = file.referrals.at(-1);
  if (!state.ok || !referral) return fail('WRONG_STATE');
  const refusal = raiseRefusal(file, referral, request.proposed, act);
  if (refusal) return fail(refusal);

  const owner = { id: act.newId(), caseId: file.case.id, responsibleOrganizationId: referral.fromOrganizationId };
  const ruling = started(owner, 'OBJECTION_RULING', act.at);
  if (!ruling.ok) return ruling;

  const objection = newObjection(file, request, referral, act);
  const open = withReferral(moved(file, 'raiseObjection'), { ...referral, state: 'OBJECTED' });
  const met = meeting({ ...open, objections: [...file.objections, objection] }, act.at, 'OBJECTION');
  const told = fact(act, 'ObjectionRaised', 'PETITIONER', {
    payload: {
      objectionId: objection.id,
      referralId: referral.id,
      proposedOrganizationId: objection.proposedOrganizationId,
    },
  });
  return ok(taken(withDeadlines(met, ruling.value), told));
}

function raiseRefusal(
  file: CaseFile,
  referral: Referral,
  proposed: Organization,
  act: Act,
): Exclude<ObjectionRefusal, 'CALENDAR_NOT_PUBLISHED'> | null {
  if (!isResponsible(file, act)) return 'NOT_THE_RESPONSIBLE_ORGANIZATION';
  if (referral.isFinal) return 'REFERRAL_IS_FINAL';
  if (file.objections.some(({ referralId }) => referralId === referral.id)) return 'OBJECTION_ALREADY_RULED';
  if (!isObjectable(file, act)) return 'OBJECTION_TOO_LATE';
  const isPossible = isValidOn(proposed, localDate(act.at).toString()) && !isVillageCommittee(proposed);
  return isPossible && proposed.id !== act.organizationId ? null : 'PROPOSED_ORGANIZATION_NOT_VALID';
}

/** Whether the organization is still within its term to object. */
export const isObjectable = (
  { deadlines }: Pick<CaseFile, 'deadlines'>,
  { organizationId, at }: Pick<Act, 'organizationId' | 'at'>,
): boolean =>
  deadlines.some(
    (deadline) =>
      deadline.kind === 'OBJECTION' &&
      deadline.responsibleOrganizationId === organizationId &&
      isRunning(deadline) &&
      at < deadline.dueAt,
  );

const newObjection = (
  file: CaseFile,
  { id, reasonSealed, legalBasis, proposed }: Parameters<typeof objectionRaised>[1],
  referral: Referral,
  act: Act,
): Objection => ({
  id,
  caseId: file.case.id,
  referralId: referral.id,
  organizationId: referral.toOrganizationId,
  raisedBy: act.staffId,
  raisedAt: act.at,
  reasonSealed,
  legalBasis,
  proposedOrganizationId: proposed.id,
  ruling: null,
  ruledBy: null,
  ruledAt: null,
  version: 1,
});

export type RulingRefusal =
  'WRONG_STATE' | 'NOT_THE_REFERRING_ORGANIZATION' | 'ARBITER_NOT_FOUND' | 'CALENDAR_NOT_PUBLISHED';

/**
 * T5 核实异议: by whoever passed the case on. Rejected, the referral stands and its notice term runs on; upheld, the case
 * is back to be referred, or, the second time and after the last hop, for the common superior to rule on (T5'').
 */
export function objectionRuled(
  file: CaseFile,
  request: Readonly<{ isUpheld: boolean; reason: string; arbiter: Arbiter | null }>,
  act: Act,
): Result<Step, RulingRefusal> {
  const objection = openObjection(file);
  if (!checkedState(file.case.status, 'ruleObjection').ok || !objection) return fail('WRONG_STATE');
  if (!isReferring(file, act)) return fail('NOT_THE_REFERRING_ORGANIZATION');
  const met = meeting(file, act.at, 'OBJECTION_RULING');
  return request.isUpheld
    ? upheld(met, objection, request, act)
    : ok(rejected(met, { ...objection, ruling: 'REJECTED' }, request.reason, act));
}

/** Whether the organization passed the case on to who has it now. */
export const isReferring = (
  { referrals }: Pick<CaseFile, 'referrals'>,
  { organizationId }: Pick<Act, 'organizationId'>,
): boolean => organizationId !== null && referrals.at(-1)?.fromOrganizationId === organizationId;

export const openObjection = ({ objections }: Pick<CaseFile, 'objections'>): Objection | null =>
  objections.find(({ ruling }) => ruling === null) ?? null;

function upheld(
  file: CaseFile,
  objection: Objection,
  { reason, arbiter }: Readonly<{ reason: string; arbiter: Arbiter | null }>,
  act: Act,
): Result<Step, 'ARBITER_NOT_FOUND' | 'CALENDAR_NOT_PUBLISHED'> {
  const isDisputed = needsArbiter(file);
  if (isDisputed && !arbiter) return fail('ARBITER_NOT_FOUND');
  const returned = returnedFile(withRuling(file, { ...objection, ruling: 'UPHELD' }, act));
  const told = fact(act, 'ObjectionUpheld', 'PETITIONER', {
    payload: { objectionId: objection.id, referralId: objection.referralId },
    reason,
  });
  const step = taken(returned, told);
  return isDisputed && arbiter ? disputed(step, arbiter, act) : transferRunningAgain(step, act);
}

/** 交还: nobody of those who had the case has it any more, and what they owed has lost its object. */
function returnedFile(file: CaseFile): CaseFile {
  const referrals = file.referrals.map((referral) =>
    referral.state === 'ISSUED' || referral.state === 'OBJECTED'
      ? { ...referral, state: 'RETURNED' as const }
      : referral,
  );
  const back = moved({ ...file, referrals }, 'ruleObjection', { responsibleOrganizationId: null });
  return superseding(back, 'ADMISSION_NOTICE', 'REPORT_BACK');
}

/** The referral stands, and its notice term with it. */
function rejected(file: CaseFile, objection: Objection, reason: string | null, act: Act): Step {
  const isLapsed = objection.ruling === 'LAPSED';
  const stands = moved(withRuling(file, objection, act), isLapsed ? 'objectionLapsed' : 'objectionRejected');
  const told = fact(act, isLapsed ? 'ObjectionLapsed' : 'ObjectionRejected', 'PETITIONER', {
    payload: { objectionId: objection.id, referralId: objection.referralId },
    reason,
  });
  const referrals = stands.referrals.map((referral) =>
    referral.id === objection.referralId ? { ...referral, state: 'ISSUED' as const } : referral,
  );
  return taken({ ...stands, referrals }, told);
}

/** T5' 逾期未核实: silence is no consent, and the referral stands. */
export function objectionLapsed(file: CaseFile, act: Act): Step {
  const objection = openObjection(file);
  return objection && file.case.status === 'OBJECTED'
    ? rejected(file, { ...objection, ruling: 'LAPSED' }, null, act)
    : taken(file);
}

const withRuling = (file: CaseFile, objection: Objection, act: Act): CaseFile => ({
  ...file,
  objections: file.objections.map((other) =>
    other.id === objection.id ? { ...objection, ruledBy: act.staffId, ruledAt: act.at } : other,
  ),
});

const withReferral = (file: CaseFile, changed: Referral): CaseFile => ({
  ...file,
  referrals: file.referrals.map((referral) => (referral.id === changed.id ? changed : referral)),
});
