import { fail, ok, type Result } from '@onevisit/kernel';
import type { CadreLevel } from './accusation-recipient.ts';
import { breached } from './breach.ts';
import type { Act, CaseFile, Step } from './case-file.ts';
import { isRunning, started, superseded, type Deadline } from './deadline.ts';
import { changing, fact, meeting, moved, taken, withDeadlines } from './step.ts';
import { checkedState } from './transition.ts';

export type HandoverState = 'PROPOSED' | 'HANDED_OVER' | 'ACKNOWLEDGED' | 'DECLINED' | 'PASSED_UP' | 'REPLACED';

/** 检举控告移交: from the sealed lane to the organ that has authority, by two people. */
export type AccusationHandover = Readonly<{
  id: string;
  caseId: string;
  state: HandoverState;
  /** Who hands over. */
  fromOrganizationId: string;
  toOrganizationId: string;
  cadreLevel: CadreLevel | null;
  /** 组织部门 that is told, where it is about cadres. */
  organizationDepartmentId: string | null;
  proposedBy: string;
  proposedAt: Date;
  secondedBy: string | null;
  handedAt: Date | null;
  /** Of everything that was handed over, as it is stored. */
  packageHash: string | null;
  acknowledgedAt: Date | null;
  declinedAt: Date | null;
  declineReasonSealed: string | null;
  /** 有权处理的机关, in the words of who declined. */
  competentOrganizationId: string | null;
  version: number;
}>;

/** What waits in a docket of the sealed lane. */
export type IntakeItem = Readonly<{
  id: string;
  caseId: string;
  caseNo: string;
  receiptNo: string;
  receivedAt: Date;
  waitsFor: 'HANDOVER' | 'HANDOVER_ACK';
  isProposed: boolean;
  dueAt: Date;
  dueOn: string;
  isAnonymous: boolean;
}>;

/** To whom, and whose cadres it is about; both people must say the same. */
export type HandoverTerms = Pick<AccusationHandover, 'toOrganizationId' | 'cadreLevel' | 'organizationDepartmentId'>;

/** A step of the case, and of its handovers what is new or changed. */
export type HandoverStep = Readonly<{ step: Step; handovers: readonly AccusationHandover[] }>;

type Outcome<Reason extends string> = Result<HandoverStep, Reason | 'WRONG_STATE' | 'CALENDAR_NOT_PUBLISHED'>;

/** 密封通道: who has to hand the matter over. */
export const sealedLaneOf = (file: CaseFile): string | null =>
  file.deadlines.findLast(({ kind }) => kind === 'HANDOVER')?.responsibleOrganizationId ?? null;

export const proposalIn = (handovers: readonly AccusationHandover[]): AccusationHandover | null =>
  handovers.find(({ state }) => state === 'PROPOSED') ?? null;

/** Where the matter is now. */
export const handoverInForce = (handovers: readonly AccusationHandover[]): AccusationHandover | null =>
  handovers.find(({ state }) => state === 'HANDED_OVER') ?? null;

/**
 * T10 移交: what one person of an office proposes, another of the same office carries out. Who proposes something else
 * replaces the proposal that stood.
 */
export function handedOver(
  file: CaseFile,
  handovers: readonly AccusationHandover[],
  terms: HandoverTerms & Readonly<{ packageHash: string }>,
  act: Act & Readonly<{ staffId: string; organizationId: string }>,
): Outcome<'SECOND_PERSON_REQUIRED'> {
  const state = checkedState(file.case.status, 'handOverAccusation');
  if (!state.ok) return state;
  const proposal = proposalIn(handovers);
  if (!proposal || !isSame(proposal, terms) || proposal.fromOrganizationId !== act.organizationId) {
    return ok(proposed(file, proposal, terms, act));
  }
  if (proposal.proposedBy === act.staffId) return fail('SECOND_PERSON_REQUIRED');

  const acknowledgement = started(
    { id: act.newId(), caseId: file.case.id, responsibleOrganizationId: proposal.toOrganizationId },
    'HANDOVER_ACK',
    act.at,
  );
  if (!acknowledgement.ok) return acknowledgement;
  const handover: AccusationHandover = {
    ...proposal,
    state: 'HANDED_OVER',
    secondedBy: act.staffId,
    handedAt: act.at,
    packageHash: terms.packageHash,
  };
  const given = meeting(moved(file, 'handOverAccusation'), act.at, 'HANDOVER');
  const told = fact(act, 'AccusationHandedOver', 'SEALED', {
    payload: { handoverId: handover.id, toOrganizationId: handover.toOrganizationId, packageHash: terms.packageHash },
  });
  return ok({ step: taken(withDeadlines(given, acknowledgement.value), told), handovers: [handover] });
}

function proposed(
  file: CaseFile,
  before: AccusationHandover | null,
  { toOrganizationId, cadreLevel, organizationDepartmentId }: HandoverTerms,
  act: Act & Readonly<{ staffId: string; organizationId: string }>,
): HandoverStep {
  const handover: AccusationHandover = {
    id: act.newId(),
    caseId: file.case.id,
    state: 'PROPOSED',
    fromOrganizationId: act.organizationId,
    toOrganizationId,
    cadreLevel,
    organizationDepartmentId,
    proposedBy: act.staffId,
    proposedAt: act.at,
    secondedBy: null,
    handedAt: null,
    packageHash: null,
    acknowledgedAt: null,
    declinedAt: null,
    declineReasonSealed: null,
    competentOrganizationId: null,
    version: 1,
  };
  const told = fact(act, 'HandoverProposed', 'SEALED', { payload: { handoverId: handover.id, toOrganizationId } });
  const replaced = before ? [{ ...before, state: 'REPLACED' as const }] : [];
  return { step: taken(file, told), handovers: [...replaced, handover] };
}

const isSame = (one: HandoverTerms, other: HandoverTerms): boolean =>
  one.toOrganizationId === other.toOrganizationId &&
  one.cadreLevel === other.cadreLevel &&
  one.organizationDepartmentId === other.organizationDepartmentId;

/** T10a 确认移交: the recipient's own act, and the end of the case. */
export function handoverAcknowledged(file: CaseFile, handover: AccusationHandover, act: Act): Outcome<never> {
  const state = checkedState(file.case.status, 'acknowledgeHandover');
  if (!state.ok) return state;
  const conclusion = { conclusionKind: 'ACCUSATION_HANDED_OVER', concludedAt: act.at } as const;
  const ended = meeting(moved(file, 'acknowledgeHandover', conclusion), act.at, 'HANDOVER_ACK');
  const still = changing(ended, (deadline) => (isRunning(deadline) ? superseded(deadline) : deadline));
  const told = fact(act, 'HandoverAcknowledged', 'SEALED', { payload: { handoverId: handover.id } });
  return ok({
    step: taken(still, told),
    handovers: [{ ...handover, state: 'ACKNOWLEDGED', acknowledgedAt: act.at }],
  });
}

/** T10' 退回移交: back into the sealed lane, whose term runs again. */
export function handoverDeclined(
  file: CaseFile,
  handover: AccusationHandover,
  why: Readonly<{ reasonSealed: string; competentOrganizationId: string }>,
  act: Act,
): Outcome<never> {
  const state = checkedState(file.case.status, 'declineHandover');
  if (!state.ok) return state;
  const again = started(
    { id: act.newId(), caseId: file.case.id, responsibleOrganizationId: sealedLaneOf(file) },
    'HANDOVER',
    act.at,
  );
  if (!again.ok) return again;
  const back = meeting(moved(file, 'declineHandover'), act.at, 'HANDOVER_ACK');
  const { competentOrganizationId } = why;
  const told = fact(act, 'HandoverDeclined', 'SEALED', {
    payload: { handoverId: handover.id, competentOrganizationId },
  });
  const declined: AccusationHandover = {
    ...handover,
    state: 'DECLINED',
    declinedAt: act.at,
    declineReasonSealed: why.reasonSealed,
    competentOrganizationId,
  };
  return ok({ step: taken(withDeadlines(back, again.value), told), handovers: [declined] });
}

/**
 * T10'' 逾期未确认: the next discipline organ up has it now; where there is none, the same one owes it again. Silence
 * never concludes an accusation.
 */
export function handoverLapsed(
  file: CaseFile,
  handover: AccusationHandover,
  lapse: Readonly<{ deadline: Deadline; nextOrganId: string | null }>,
  act: Act,
): Result<HandoverStep, 'CALENDAR_NOT_PUBLISHED'> {
  const { deadline, nextOrganId } = lapse;
  const toOrganizationId = nextOrganId ?? handover.toOrganizationId;
  const again = started(
    { id: act.newId(), caseId: file.case.id, responsibleOrganizationId: toOrganizationId },
    'HANDOVER_ACK',
    act.at,
  );
  if (!again.ok) return again;
  const breach = breached(file, deadline, act);
  const told = fact(act, 'HandoverLapsed', 'SEALED', { payload: { handoverId: handover.id, toOrganizationId } });
  const step = taken(withDeadlines(breach.file, again.value), ...breach.facts, told);
  if (nextOrganId === null) return ok({ step, handovers: [] });
  const next: AccusationHandover = { ...handover, id: act.newId(), toOrganizationId, handedAt: act.at, version: 1 };
  return ok({ step, handovers: [{ ...handover, state: 'PASSED_UP' }, next] });
}
