import { fail, ok, type Result } from '@onevisit/kernel';
import {
  isAccusation,
  type Act,
  type AdmissionDecision,
  type CaseFile,
  type DeliveryMethod,
  type Step,
} from './case-file.ts';
import { isRunning, started } from './deadline.ts';
import { fact, meeting, moved, superseding, taken, withDeadlines } from './step.ts';
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
  const file1 = admittedFile(moved(file, 'decideAdmission'), decision, act, at);
  return file1.ok ? ok(taken(file1.value, told)) : file1;
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
  const file1 = admittedFile(moved(file, 'deemedAdmission'), decision, act, at);
  if (!file1.ok) return file1;

  const told = fact(act, 'CaseDeemedAdmitted', 'PETITIONER', {
    payload: { admissionId: decision.id, organizationId: file.case.responsibleOrganizationId },
  });
  return ok(taken(file1.value, told));
}

export type NoticeRefusal =
  'WRONG_STATE' | 'NOT_THE_RESPONSIBLE_ORGANIZATION' | 'NOTICE_ALREADY_DELIVERED' | 'DELIVERED_IN_FUTURE';

/** 送达受理告知: only now has the notice term been met, in time or late. */
export function noticeDelivered(
  file: CaseFile,
  notice: Readonly<{ method: DeliveryMethod; deliveredAt: Date; reason: string | null }>,
  act: Act,
): Result<Step, NoticeRefusal> {
  const state = checkedState(file.case.status, 'deliverNotice');
  if (!state.ok) return state;
  if (!isResponsible(file, act)) return fail('NOT_THE_RESPONSIBLE_ORGANIZATION');
  if (!file.admission) return fail('WRONG_STATE');
  if (file.admission.noticeDeliveredAt !== null) return fail('NOTICE_ALREADY_DELIVERED');
  if (notice.deliveredAt > act.at) return fail('DELIVERED_IN_FUTURE');

  const admission = { ...file.admission, noticeDeliveredAt: notice.deliveredAt, noticeMethod: notice.method };
  const told = fact(act, 'NoticeDelivered', 'PETITIONER', {
    payload: { admissionId: admission.id, method: notice.method },
    reason: notice.reason,
  });
  return ok(taken(meeting({ ...file, admission }, notice.deliveredAt, 'ADMISSION_NOTICE'), told));
}

export const isResponsible = (file: CaseFile, act: Act): boolean =>
  act.organizationId !== null && file.case.responsibleOrganizationId === act.organizationId;

const newDecision = (file: CaseFile, noticeNo: string, act: Act) => ({
  id: act.newId(),
  caseId: file.case.id,
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

  const settled = superseding(withDeadlines(file, term.value), 'OBJECTION');
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

/** Whether the notice is still owed within its term. */
export const isNoticeRunning = (file: CaseFile): boolean =>
  file.deadlines.some((deadline) => deadline.kind === 'ADMISSION_NOTICE' && isRunning(deadline));
