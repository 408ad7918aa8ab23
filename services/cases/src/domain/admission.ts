import { fail, ok, type Result } from '@onevisit/kernel';
import { isAccusation, type Act, type AdmissionDecision, type CaseFile, type Step } from './case-file.ts';
import { started } from './deadline.ts';
import { fact, moved, superseding, taken, withDeadlines } from './step.ts';
import { checkedState } from './transition.ts';

/** T6 受理. The handling term runs from here; the notice is owed until it reaches the petitioner. */
export function admitted(
  file: CaseFile,
  request: Readonly<{ noticeNo: string; legalBasis: string | null; reason: string | null }>,
  act: Act,
): Result<
  Step,
  'WRONG_STATE' | 'ACCUSATION_NEEDS_SEALED_HANDOVER' | 'NOT_THE_RESPONSIBLE_ORGANIZATION' | 'CALENDAR_NOT_PUBLISHED'
> {
  if (isAccusation(file.case)) return fail('ACCUSATION_NEEDS_SEALED_HANDOVER');
  const state = checkedState(file.case.status, 'decideAdmission');
  if (!state.ok) return state;
  if (!isResponsible(file, act)) return fail('NOT_THE_RESPONSIBLE_ORGANIZATION');

  const decision: AdmissionDecision = {
    ...newDecision(file, request.noticeNo, act),
    decision: 'ADMIT',
    decidedBy: act.staffId,
    legalBasis: request.legalBasis,
  };
  const told = fact(act, 'CaseAdmitted', 'PETITIONER', {
    payload: { admissionId: decision.id, organizationId: act.organizationId },
    reason: request.reason,
  });
  const at = { handlingFrom: act.at, referral: 'ACCEPTED' } as const;
  const done = admittedFile(moved(file, 'decideAdmission'), decision, act, at);
  return done.ok ? ok(taken(done.value, told)) : done;
}

/** T6' 视为受理: the notice term ran out; handling counts from the day on which the organization received the matter. */
export function deemedAdmitted(file: CaseFile, noticeNo: string, act: Act): Result<Step, 'CALENDAR_NOT_PUBLISHED'> {
  const decision: AdmissionDecision = {
    ...newDecision(file, noticeNo, act),
    decision: 'DEEMED_ADMIT',
    decidedBy: null,
    legalBasis: '《信访工作条例》第二十三条',
  };
  const received = file.deadlines.findLast(({ kind }) => kind === 'ADMISSION_NOTICE')?.startedAt ?? act.at;
  const at = { handlingFrom: received, referral: 'DEEMED_ACCEPTED' } as const;
  const done = admittedFile(moved(file, 'deemedAdmission'), decision, act, at);
  if (!done.ok) return done;

  const told = fact(act, 'CaseDeemedAdmitted', 'PETITIONER', {
    payload: { admissionId: decision.id, organizationId: file.case.responsibleOrganizationId },
  });
  return ok(taken(done.value, told));
}

export const isResponsible = (file: CaseFile, act: Act): boolean =>
  act.organizationId !== null && file.case.responsibleOrganizationId === act.organizationId;

const newDecision = (file: CaseFile, noticeNo: string, act: Act) => ({
  id: act.newId(),
  caseId: file.case.id,
  organizationId: file.case.responsibleOrganizationId,
  reasonCode: null,
  guidance: null,
  secondPersonId: null,
  decidedAt: act.at,
  noticeNo,
  noticeDeliveredAt: null,
  noticeMethod: null,
  version: 1,
});

function admittedFile(
  file: CaseFile,
  admission: AdmissionDecision,
  act: Act,
  at: Readonly<{ handlingFrom: Date; referral: 'ACCEPTED' | 'DEEMED_ACCEPTED' }>,
): Result<CaseFile, 'CALENDAR_NOT_PUBLISHED'> {
  const organizationId = file.case.responsibleOrganizationId;
  const subject = { id: act.newId(), caseId: file.case.id, responsibleOrganizationId: organizationId };
  const startsAt = at.referral === 'ACCEPTED' ? 'CASE_ADMITTED' : 'MATTER_RECEIVED';
  const term =
    file.case.category === 'SUGGESTION'
      ? started(subject, 'SUGGESTION_REPLY', at.handlingFrom)
      : started(subject, 'HANDLING', at.handlingFrom, { startsAt });
  if (!term.ok) return term;

  const settled = superseding(withDeadlines(withoutObjection(file, act), term.value), 'OBJECTION', 'OBJECTION_RULING');
  return ok({
    ...settled,
    admission,
    referrals: file.referrals.map((referral, place) =>
      place === file.referrals.length - 1 ? { ...referral, state: at.referral } : referral,
    ),
    case: {
      ...settled.case,
      admittedAt: act.at,
      firstResponsibleOrganizationId: file.case.firstResponsibleOrganizationId ?? organizationId,
    },
  });
}

/** An objection that nobody has ruled on is over once the matter counts as admitted. */
const withoutObjection = (file: CaseFile, act: Act): CaseFile => ({
  ...file,
  objections: file.objections.map((objection) =>
    objection.ruling === null ? { ...objection, ruling: 'LAPSED', ruledAt: act.at } : objection,
  ),
});
