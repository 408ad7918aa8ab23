import { fail, ok, type Result } from '@onevisit/kernel';
import { isResponsible } from './admission.ts';
import {
  isAccusation,
  type Act,
  type AdmissionDecision,
  type CaseFile,
  type NonAdmissionReason,
  type Step,
} from './case-file.ts';
import { fact, moved, superseding, taken } from './step.ts';
import { checkedState } from './transition.ts';

export type NonAdmissionRequest = Readonly<{
  reasonCode: NonAdmissionReason;
  /** 依据. */
  legalBasis: string | null;
  /** 指引: where to go instead. */
  guidance: string | null;
  /** Somebody else of the organization who has looked at it. */
  secondPersonId: string | null;
  noticeNo: string;
  reason: string | null;
}>;

export type NonAdmissionRefusal =
  | 'WRONG_STATE'
  | 'ACCUSATION_NEEDS_SEALED_HANDOVER'
  | 'NOT_THE_RESPONSIBLE_ORGANIZATION'
  | 'USE_OBJECTION'
  | 'NON_ADMISSION_BASIS_REQUIRED'
  | 'GUIDANCE_REQUIRED'
  | 'REVIEWER_REQUIRED';

/** T7 不予受理. The notice is still owed, and the petitioner can contest the decision. */
export function notAdmitted(file: CaseFile, request: NonAdmissionRequest, act: Act): Result<Step, NonAdmissionRefusal> {
  const refusal = refusalOf(file, request, act);
  if (refusal) return fail(refusal);

  const { reasonCode, legalBasis, guidance, secondPersonId, noticeNo, reason } = request;
  const admission: AdmissionDecision = {
    id: act.newId(),
    caseId: file.case.id,
    decision: 'NOT_ADMIT',
    organizationId: act.organizationId,
    reasonCode,
    guidance,
    secondPersonId,
    decidedBy: act.staffId,
    decidedAt: act.at,
    legalBasis,
    noticeNo,
    noticeDeliveredAt: null,
    noticeMethod: null,
    version: 1,
  };
  const told = fact(act, 'CaseNotAdmitted', 'PETITIONER', {
    payload: { admissionId: admission.id, reasonCode, organizationId: act.organizationId },
    reason,
  });
  return ok(taken(superseding({ ...moved(file, 'refuseAdmission'), admission }, 'OBJECTION'), told));
}

function refusalOf(file: CaseFile, request: NonAdmissionRequest, act: Act): NonAdmissionRefusal | null {
  if (isAccusation(file.case)) return 'ACCUSATION_NEEDS_SEALED_HANDOVER';
  if (!checkedState(file.case.status, 'refuseAdmission').ok) return 'WRONG_STATE';
  if (!isResponsible(file, act)) return 'NOT_THE_RESPONSIBLE_ORGANIZATION';
  // Who is not competent for what was passed on to it gives it back, and sends nobody away.
  if (request.reasonCode === 'OUT_OF_JURISDICTION' && file.case.status === 'REFERRED') return 'USE_OBJECTION';
  if (request.legalBasis === null) return 'NON_ADMISSION_BASIS_REQUIRED';
  if (request.guidance === null) return 'GUIDANCE_REQUIRED';
  const isReviewed = request.secondPersonId !== null && request.secondPersonId !== act.staffId;
  return isReviewed ? null : 'REVIEWER_REQUIRED';
}
