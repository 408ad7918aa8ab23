import { fail, ok, type Result } from '@onevisit/kernel';
import { isResponsible } from './admission.ts';
import {
  currentOpinion,
  type Act,
  type AdmissionDecision,
  type CaseFile,
  type Delivery,
  type DeliveryMethod,
  type Step,
} from './case-file.ts';
import { contestWindow } from './contest.ts';
import { started, startedUntil, type Deadline } from './deadline.ts';
import { fact, meeting, moved, taken, withDeadlines } from './step.ts';
import { checkedState } from './transition.ts';

export type Proof = Pick<
  Delivery,
  'method' | 'proofReference' | 'witnessesSealed' | 'witnessOrganizationIds' | 'secondPersonId'
>;

export type ProofRefusal = 'PROOF_REQUIRED' | 'WITNESSES_REQUIRED' | 'SECOND_PERSON_REQUIRED';

const witnessed: readonly DeliveryMethod[] = ['LEAVE', 'ENTRUST'];

/** The papers of one delivery; its id is drawn first, since what is sealed in it is bound to it. */
type Papers = Proof & Readonly<{ id: string; reason: string | null }>;

/** 送达凭证: what the method needs as proof, and from outside the organization that delivers. */
export function proofRefusal(proof: Proof, act: Act): ProofRefusal | null {
  if (proof.proofReference.trim() === '') return 'PROOF_REQUIRED';
  const outside = proof.witnessOrganizationIds.filter((id) => id !== act.organizationId);
  if (witnessed.includes(proof.method) && outside.length < 2) return 'WITNESSES_REQUIRED';
  const isApproved = proof.secondPersonId !== null && proof.secondPersonId !== act.staffId;
  if (proof.method === 'TRACKING_PAGE' && !isApproved) return 'SECOND_PERSON_REQUIRED';
  return null;
}

export type NoticeRefusal =
  | 'WRONG_STATE'
  | 'NOT_THE_RESPONSIBLE_ORGANIZATION'
  | 'NOTICE_ALREADY_DELIVERED'
  | 'DELIVERED_IN_FUTURE'
  | 'DELIVERED_BEFORE_ADMITTED'
  | 'CALENDAR_NOT_PUBLISHED'
  | ProofRefusal;

/** 送达受理告知: only now has the notice term been met, in time or late. */
export function noticeDelivered(
  file: CaseFile,
  request: Papers & Readonly<{ deliveredAt: Date }>,
  act: Act,
): Result<Step, NoticeRefusal> {
  const state = checkedState(file.case.status, 'deliverNotice');
  if (!state.ok || !file.admission) return fail('WRONG_STATE');
  if (!isResponsible(file, act)) return fail('NOT_THE_RESPONSIBLE_ORGANIZATION');
  const refusal = noticeRefusal(file.admission, request, act);
  if (refusal) return fail(refusal);

  const { reason, ...proof } = request;
  const { deliveredAt, method } = request;
  const delivery = deliveryOf(file, { ...proof, receivedAt: deliveredAt, document: 'ADMISSION_NOTICE' }, act);
  const admission = { ...file.admission, noticeDeliveredAt: deliveredAt, noticeMethod: method };
  const told = fact(act, 'NoticeDelivered', 'PETITIONER', {
    payload: { admissionId: admission.id, deliveryId: delivery.id, method },
    reason,
  });
  const delivered = { ...inContact(file, act), admission, deliveries: [...file.deliveries, delivery] };
  const met = meeting(delivered, deliveredAt, 'ADMISSION_NOTICE');
  if (file.case.status !== 'NOT_ADMITTED') return ok(taken(met, told));
  const window = contestWindow(file, deliveredAt, act);
  return window.ok ? ok(taken(withDeadlines(met, window.value), told)) : window;
}

function noticeRefusal(
  { decidedAt, noticeDeliveredAt }: AdmissionDecision,
  request: Proof & Readonly<{ deliveredAt: Date }>,
  act: Act,
): NoticeRefusal | null {
  if (noticeDeliveredAt !== null) return 'NOTICE_ALREADY_DELIVERED';
  if (request.deliveredAt > act.at) return 'DELIVERED_IN_FUTURE';
  if (request.deliveredAt < decidedAt) return 'DELIVERED_BEFORE_ADMITTED';
  return proofRefusal(request, act);
}

const inContact = (file: CaseFile, act: Act): CaseFile => ({
  ...file,
  case: { ...file.case, staffContactAt: act.at },
});

const deliveryOf = (file: CaseFile, papers: Omit<Delivery, 'caseId' | 'recordedBy'>, act: Act): Delivery => ({
  ...papers,
  caseId: file.case.id,
  recordedBy: act.staffId,
});

export type DeliveryRefusal =
  | 'WRONG_STATE'
  | 'NOT_THE_RESPONSIBLE_ORGANIZATION'
  | 'DELIVERED_IN_FUTURE'
  | 'DELIVERED_BEFORE_SIGNED'
  | 'RECEIVED_BEFORE_DELIVERED'
  | 'CALENDAR_NOT_PUBLISHED'
  | ProofRefusal;

/** T15 送达, and T16 where something is still to be done. The petitioner's windows open at the actual receipt. */
export function opinionDelivered(
  file: CaseFile,
  request: Papers & Readonly<{ deliveredAt: Date; receivedAt: Date }>,
  act: Act,
): Result<Step, DeliveryRefusal> {
  const refusal = refusalOf(file, request, act);
  if (refusal) return fail(refusal);

  const { reason, ...proof } = request;
  const delivery = deliveryOf(file, { ...proof, document: 'OPINION' }, act);
  const windows = windowsOf(file, delivery, act);
  if (!windows.ok) return windows;

  const delivered = { ...inContact(file, act), deliveries: [...file.deliveries, delivery] };
  const received = moved(delivered, 'recordDelivery', { deliveredAt: delivery.deliveredAt });
  const met = meeting(received, delivery.deliveredAt, 'HANDLING', 'SUGGESTION_REPLY', 'DELIVERY');
  const told = fact(act, 'OpinionDelivered', 'PETITIONER', {
    payload: { deliveryId: delivery.id, method: delivery.method },
    reason,
  });
  return ok(executing(taken(withDeadlines(met, ...windows.value), told), act));
}

function refusalOf(
  file: CaseFile,
  request: Proof & Readonly<{ deliveredAt: Date; receivedAt: Date }>,
  act: Act,
): DeliveryRefusal | null {
  const state = checkedState(file.case.status, 'recordDelivery');
  if (!state.ok) return state.reason;
  if (!isResponsible(file, act)) return 'NOT_THE_RESPONSIBLE_ORGANIZATION';
  if (request.deliveredAt > act.at || request.receivedAt > act.at) return 'DELIVERED_IN_FUTURE';
  const signedAt = currentOpinion(file)?.signedAt ?? null;
  if (signedAt === null || request.deliveredAt < signedAt) return 'DELIVERED_BEFORE_SIGNED';
  if (request.receivedAt < request.deliveredAt) return 'RECEIVED_BEFORE_DELIVERED';
  return proofRefusal(request, act);
}

function windowsOf(
  file: CaseFile,
  { receivedAt, deliveredAt }: Delivery,
  act: Act,
): Result<readonly Deadline[], 'CALENDAR_NOT_PUBLISHED'> {
  const own = () => ({ id: act.newId(), caseId: file.case.id, responsibleOrganizationId: null });
  const rating = started(own(), 'RATING_WINDOW', deliveredAt);
  if (!rating.ok) return rating;
  if (file.case.category === 'SUGGESTION') return ok([rating.value]);
  const review = started(own(), 'REVIEW_REQUEST_WINDOW', receivedAt);
  return review.ok ? ok([review.value, rating.value]) : review;
}

/** T16: what was promised is owed from the delivery on, each item by its obligor and until its own day. */
function executing(delivered: Step, act: Act): Step {
  const { file } = delivered;
  const open = file.executionItems.filter(({ state }) => state !== 'VERIFIED');
  if (open.length === 0) return delivered;

  const terms = open.map((item) =>
    startedUntil(
      {
        id: act.newId(),
        caseId: file.case.id,
        responsibleOrganizationId: item.obligorOrganizationId,
        executionItemId: item.id,
      },
      'EXECUTION',
      file.case.deliveredAt ?? act.at,
      item.dueOn,
    ),
  );
  const bySystem = { ...act, staffId: null, organizationId: null };
  const told = fact(bySystem, 'ExecutionStarted', 'PETITIONER', {
    payload: { executionItemIds: open.map(({ id }) => id) },
  });
  const begun = moved(withDeadlines(file, ...terms), 'executionStarted', { returnTo: 'DELIVERED' });
  return taken(begun, ...delivered.facts, told);
}
