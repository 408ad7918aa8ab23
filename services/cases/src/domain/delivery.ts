import { fail, ok, type Result } from '@onevisit/kernel';
import { isResponsible } from './admission.ts';
import { currentOpinion, type Act, type CaseFile, type Delivery, type DeliveryMethod, type Step } from './case-file.ts';
import { started, startedUntil, type Deadline } from './deadline.ts';
import { fact, meeting, moved, taken, withDeadlines } from './step.ts';
import { checkedState } from './transition.ts';

export type Proof = Pick<
  Delivery,
  'method' | 'proofReference' | 'witnessesSealed' | 'witnessOrganizationIds' | 'secondPersonId'
>;

export type ProofRefusal = 'PROOF_REQUIRED' | 'WITNESSES_REQUIRED' | 'SECOND_PERSON_REQUIRED';

const witnessed: readonly DeliveryMethod[] = ['LEAVE', 'ENTRUST'];

/** 送达凭证: what the method needs as proof, and from outside the organization that delivers. */
export function proofRefusal(proof: Proof, act: Act): ProofRefusal | null {
  if (proof.proofReference.trim() === '') return 'PROOF_REQUIRED';
  const outside = proof.witnessOrganizationIds.filter((id) => id !== act.organizationId);
  if (witnessed.includes(proof.method) && outside.length < 2) return 'WITNESSES_REQUIRED';
  const isApproved = proof.secondPersonId !== null && proof.secondPersonId !== act.staffId;
  if (proof.method === 'TRACKING_PAGE' && !isApproved) return 'SECOND_PERSON_REQUIRED';
  return null;
}

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
  request: Proof & Readonly<{ deliveredAt: Date; receivedAt: Date; reason: string | null }>,
  act: Act,
): Result<Step, DeliveryRefusal> {
  const refusal = refusalOf(file, request, act);
  if (refusal) return fail(refusal);

  const { reason, ...proof } = request;
  const delivery: Delivery = {
    ...proof,
    id: act.newId(),
    caseId: file.case.id,
    document: 'OPINION',
    recordedBy: act.staffId,
  };
  const windows = windowsOf(file, delivery, act);
  if (!windows.ok) return windows;

  const received = moved({ ...file, deliveries: [...file.deliveries, delivery] }, 'recordDelivery', {
    deliveredAt: delivery.deliveredAt,
    staffContactAt: act.at,
  });
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
