import { fail, ok, type Result } from '@onevisit/kernel';
import { isResponsible } from './admission.ts';
import { currentOpinion, type Act, type CaseFile, type HandlingOpinion, type Step } from './case-file.ts';
import { started } from './deadline.ts';
import { isTooLate } from './execution-item.ts';
import { isHandler, isHeard } from './handling.ts';
import { fact, moved, taken, withDeadlines } from './step.ts';
import { checkedState } from './transition.ts';

export type DraftRefusal =
  | 'WRONG_STATE'
  | 'NOT_THE_HANDLER'
  | 'CLAIM_NOT_FOUND'
  | 'CLAIM_MISSING'
  | 'CLAIM_NAMED_TWICE'
  | 'LEGAL_BASIS_REQUIRED';

export type Draft = Pick<
  HandlingOpinion,
  'id' | 'factsAndReasonsSealed' | 'plainSummary' | 'rootCause' | 'claims' | 'reviewBodyIds' | 'remedyHow'
>;

/** The draft whose place the next one takes. */
export function draftOf(file: CaseFile): HandlingOpinion | null {
  const opinion = currentOpinion(file);
  return opinion?.state === 'DRAFT' ? opinion : null;
}

/** 起草处理意见: a new draft takes the place of the one before it. */
export function opinionDrafted(file: CaseFile, draft: Draft, act: Act): Result<Step, DraftRefusal> {
  const state = checkedState(file.case.status, 'draftOpinion');
  if (!state.ok) return state;
  if (!isHandler(file, act)) return fail('NOT_THE_HANDLER');
  const refusal = claimsRefusal(file, draft);
  if (refusal) return fail(refusal);

  const opinion: HandlingOpinion = {
    ...draft,
    version: draftOf(file)?.version ?? 1,
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
  const draft = draftOf(file);
  if (!draft) return fail('OPINION_MISSING');
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
  // Who suggests something claims nothing, and may have left no name.
  if (file.case.category === 'APPEAL' && !isHeard(file.heard)) return 'PETITIONER_NOT_HEARD';
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
