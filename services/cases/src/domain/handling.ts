import { localDate } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import { isResponsible } from './admission.ts';
import {
  currentOpinion,
  type Act,
  type CaseFile,
  type ExecutionItem,
  type HandlingOpinion,
  type PetitionerHeard,
  type Step,
} from './case-file.ts';
import { started } from './deadline.ts';
import type { StaffMember } from './organization.ts';
import { fact, meeting, moved, taken, withDeadlines } from './step.ts';
import { checkedState } from './transition.ts';

/** T11 确定承办人: somebody of the organization who has no interest of their own in the matter (回避, 第二十八条). */
export function handlerAssigned(
  file: CaseFile,
  request: Readonly<{ handler: StaffMember | null; reason: string | null }>,
  act: Act,
): Result<Step, 'WRONG_STATE' | 'NOT_THE_RESPONSIBLE_ORGANIZATION' | 'HANDLER_NOT_FOUND' | 'HANDLER_RECUSED'> {
  const state = checkedState(file.case.status, 'assignHandler');
  if (!state.ok) return state;
  if (!isResponsible(file, act)) return fail('NOT_THE_RESPONSIBLE_ORGANIZATION');
  const { handler } = request;
  if (!handler || !canHandle(handler, file)) return fail('HANDLER_NOT_FOUND');
  if (file.recusedStaffIds.includes(handler.id)) return fail('HANDLER_RECUSED');

  const told = fact(act, 'HandlerAssigned', 'UNIT', { payload: { handlerId: handler.id }, reason: request.reason });
  return ok(taken(moved(file, 'assignHandler', { handlerId: handler.id }), told));
}

const canHandle = (handler: StaffMember, file: CaseFile): boolean =>
  handler.isActive &&
  handler.roles.includes('HANDLER') &&
  handler.organizationId === file.case.responsibleOrganizationId;

/** 听取陈述 (第三十一条): also the first contact that the service norm asks for. */
export function petitionerHeard(
  file: CaseFile,
  heard: Omit<PetitionerHeard, 'id' | 'caseId' | 'byStaffId'>,
  act: Act,
): Result<Step, 'WRONG_STATE' | 'NOT_THE_HANDLER' | 'HEARD_IN_FUTURE' | 'SUMMARY_REQUIRED'> {
  const state = checkedState(file.case.status, 'recordPetitionerHeard');
  if (!state.ok) return state;
  if (!isHandler(file, act)) return fail('NOT_THE_HANDLER');
  if (heard.at > act.at) return fail('HEARD_IN_FUTURE');
  if (heard.outcome === 'HEARD' && heard.summarySealed === null) return fail('SUMMARY_REQUIRED');

  const record = { ...heard, id: act.newId(), caseId: file.case.id, byStaffId: act.staffId };
  const type = heard.outcome === 'HEARD' ? 'PetitionerHeard' : 'PetitionerNotReached';
  const told = fact(act, type, 'PETITIONER', { payload: { heardId: record.id, mode: record.mode } });
  const kept = { ...file, heard: [...file.heard, record], case: { ...file.case, staffContactAt: act.at } };
  return ok(taken(meeting(kept, heard.at, 'FIRST_CONTACT'), told));
}

export type DraftRefusal =
  | 'WRONG_STATE'
  | 'NOT_THE_HANDLER'
  | 'CLAIM_NOT_FOUND'
  | 'CLAIM_MISSING'
  | 'CLAIM_NAMED_TWICE'
  | 'LEGAL_BASIS_REQUIRED';

export type Draft = Pick<
  HandlingOpinion,
  'factsAndReasonsSealed' | 'plainSummary' | 'rootCause' | 'claims' | 'reviewBodyIds' | 'remedyHow'
>;

/** 起草处理意见: a new draft takes the place of the one before it. */
export function opinionDrafted(file: CaseFile, draft: Draft, act: Act): Result<Step, DraftRefusal> {
  const state = checkedState(file.case.status, 'draftOpinion');
  if (!state.ok) return state;
  if (!isHandler(file, act)) return fail('NOT_THE_HANDLER');
  const refusal = claimsRefusal(file, draft);
  if (refusal) return fail(refusal);

  const before = currentOpinion(file);
  const opinion: HandlingOpinion = {
    ...draft,
    ...(before?.state === 'DRAFT' ? { id: before.id, version: before.version } : { id: act.newId(), version: 1 }),
    caseId: file.case.id,
    docNo: null,
    state: 'DRAFT',
    draftedBy: act.staffId,
    draftedAt: act.at,
    signedBy: null,
    signedAt: null,
  };
  const told = fact(act, 'OpinionDrafted', 'UNIT', { payload: { opinionId: opinion.id } });
  return ok(taken({ ...file, opinions: [...file.opinions.filter(({ id }) => id !== opinion.id), opinion] }, told));
}

function claimsRefusal(file: CaseFile, { claims }: Draft): DraftRefusal | null {
  const named = claims.map(({ claimId }) => claimId);
  const known = file.claims.map(({ id }) => id);
  if (named.some((id) => !known.includes(id))) return 'CLAIM_NOT_FOUND';
  if (new Set(named).size < named.length) return 'CLAIM_NAMED_TWICE';
  if (named.length < known.length) return 'CLAIM_MISSING';
  if (claims.some(({ legalBasis }) => legalBasis.length === 0)) return 'LEGAL_BASIS_REQUIRED';
  return null;
}

/** 执行期限: sixty days at the most; it never moves. */
export const longestExecutionDays = 60;

/** 增加执行事项. */
export function executionItemAdded(
  file: CaseFile,
  item: Pick<ExecutionItem, 'claimId' | 'obligorOrganizationId' | 'content' | 'amountFen' | 'dueOn'>,
  act: Act,
): Result<Step, 'WRONG_STATE' | 'NOT_THE_HANDLER' | 'CLAIM_NOT_FOUND' | 'DUE_DATE_NOT_VALID' | 'DUE_DATE_TOO_LATE'> {
  const state = checkedState(file.case.status, 'addExecutionItem');
  if (!state.ok) return state;
  if (!isHandler(file, act)) return fail('NOT_THE_HANDLER');
  if (!file.claims.some(({ id }) => id === item.claimId)) return fail('CLAIM_NOT_FOUND');
  if (item.dueOn < localDate(act.at).toString()) return fail('DUE_DATE_NOT_VALID');
  if (isTooLate(item, act.at)) return fail('DUE_DATE_TOO_LATE');

  const added: ExecutionItem = {
    ...item,
    id: act.newId(),
    caseId: file.case.id,
    state: 'OPEN',
    reportedAt: null,
    evidence: null,
    verifiedAt: null,
    verifiedByOrganizationId: null,
    verificationFinding: null,
    isPetitionerConfirmed: null,
    version: 1,
  };
  const told = fact(act, 'ExecutionItemAdded', 'UNIT', {
    payload: { executionItemId: added.id, obligorOrganizationId: added.obligorOrganizationId, dueOn: added.dueOn },
  });
  return ok(taken({ ...file, executionItems: [...file.executionItems, added] }, told));
}

export type SignRefusal =
  | 'WRONG_STATE'
  | 'NOT_THE_RESPONSIBLE_ORGANIZATION'
  | 'OPINION_MISSING'
  | 'PETITIONER_NOT_HEARD'
  | 'CLAIM_WITHOUT_OUTCOME'
  | 'CLAIM_WITHOUT_LEGAL_BASIS'
  | 'SUPPORTED_CLAIM_WITHOUT_EXECUTION_ITEM'
  | 'EXECUTION_DUE_TOO_LATE'
  | 'REMEDY_NOTICE_INCOMPLETE'
  | 'CALENDAR_NOT_PUBLISHED';

/** T14 签发: here it is decided whether an opinion may go out. Signing is not delivering: the handling term runs on. */
export function opinionSigned(
  file: CaseFile,
  request: Readonly<{ docNo: string; reason: string | null }>,
  act: Act,
): Result<Step, SignRefusal> {
  const state = checkedState(file.case.status, 'signOpinion');
  if (!state.ok) return state;
  if (!isResponsible(file, act)) return fail('NOT_THE_RESPONSIBLE_ORGANIZATION');
  const draft = currentOpinion(file);
  if (!draft || draft.state !== 'DRAFT') return fail('OPINION_MISSING');
  const refusal = signRefusal(file, draft, act);
  if (refusal) return fail(refusal);

  const { id: caseId, responsibleOrganizationId } = file.case;
  const delivery = started({ id: act.newId(), caseId, responsibleOrganizationId }, 'DELIVERY', act.at);
  if (!delivery.ok) return delivery;

  const signed: HandlingOpinion = {
    ...draft,
    docNo: request.docNo,
    state: 'SIGNED',
    signedBy: act.staffId,
    signedAt: act.at,
  };
  const told = fact(act, 'OpinionSigned', 'UNIT', { payload: { opinionId: signed.id }, reason: request.reason });
  const replied = moved(file, 'signOpinion', { repliedAt: act.at });
  const opinions = file.opinions.map((opinion) => (opinion.id === signed.id ? signed : opinion));
  return ok(taken(withDeadlines({ ...replied, opinions }, delivery.value), told));
}

function signRefusal(file: CaseFile, draft: HandlingOpinion, act: Act): SignRefusal | null {
  if (!isHeard(file.heard)) return 'PETITIONER_NOT_HEARD';
  const decided = new Map(draft.claims.map((claim) => [claim.claimId, claim]));
  if (file.claims.some(({ id }) => !decided.has(id))) return 'CLAIM_WITHOUT_OUTCOME';
  if (draft.claims.some(({ legalBasis }) => legalBasis.length === 0)) return 'CLAIM_WITHOUT_LEGAL_BASIS';
  const promised = new Set(file.executionItems.map(({ claimId }) => claimId));
  const supported = draft.claims.filter(({ outcome }) => outcome === 'SUPPORTED' || outcome === 'PARTLY_SUPPORTED');
  if (supported.some(({ claimId }) => !promised.has(claimId))) return 'SUPPORTED_CLAIM_WITHOUT_EXECUTION_ITEM';
  if (file.executionItems.some((item) => isTooLate(item, act.at))) return 'EXECUTION_DUE_TOO_LATE';
  if (draft.reviewBodyIds.length === 0 || draft.remedyHow.trim() === '') return 'REMEDY_NOTICE_INCOMPLETE';
  return null;
}

/** Heard, with the petitioner's signature or a recording; or tried on three days, in two ways. */
export function isHeard(records: readonly PetitionerHeard[]): boolean {
  const heard = records.filter(({ outcome }) => outcome === 'HEARD');
  if (heard.some((record) => record.acknowledgementReference !== null || record.recordingReference !== null))
    return true;

  const attempts = records.filter(({ outcome }) => outcome === 'NOT_REACHED');
  const days = new Set(attempts.map(({ at }) => localDate(at).toString()));
  const ways = new Set(attempts.map(({ mode }) => mode));
  return days.size >= 3 && ways.size >= 2;
}

export const isHandler = (file: CaseFile, act: Act): boolean =>
  act.staffId !== null && file.case.handlerId === act.staffId && isResponsible(file, act);

const isTooLate = ({ dueOn }: Pick<ExecutionItem, 'dueOn'>, at: Date): boolean =>
  dueOn > localDate(at).add({ days: longestExecutionDays }).toString();
