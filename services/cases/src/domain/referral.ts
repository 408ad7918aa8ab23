import { localDate } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import { isAccusation, type Act, type CaseFile, type Referral, type ReferralKind, type Step } from './case-file.ts';
import { started, startedUntil, type Deadline } from './deadline.ts';
import {
  areaPathOf,
  isBureau,
  isCompetent,
  isValidOn,
  isVillageCommittee,
  type Competence,
  type Organization,
} from './organization.ts';
import { scopesOf } from './scope.ts';
import { fact, meeting, moved, taken, withDeadlines, withScopes } from './step.ts';
import { checkedState } from './transition.ts';

export type ReferralRequest = Readonly<{
  kind: ReferralKind;
  orderNo: string;
  legalBasis: string | null;
  overrideReason: string | null;
  reason: string | null;
  /** For an assignment: the last day to report back. */
  reportBackDueOn: string | null;
}>;

export type ReferralPartners = Readonly<{
  from: Organization;
  to: Organization;
  /** Competences of the organization that receives the case. */
  competences: readonly Competence[];
  /** All above the organization that receives the case. */
  superiorIds: readonly string[];
}>;

export type ReferralRefusal =
  | 'WRONG_STATE'
  | 'ACCUSATION_NEEDS_SEALED_HANDOVER'
  | 'NOT_A_BUREAU'
  | 'HOP_LIMIT_REACHED'
  | 'VILLAGE_COMMITTEE_NOT_RESPONSIBLE'
  | 'ORGANIZATION_NO_LONGER_VALID'
  | 'RESPONDENT_CANNOT_ANSWER'
  | 'ORGANIZATION_NOT_COMPETENT'
  | 'CALENDAR_NOT_PUBLISHED';

/** 交办反馈期限: a day after today. */
export const isReportBackDay = (day: string, at: Date): boolean => day > localDate(at).toString();

/** 转送次数: beyond this the common superior rules who is competent. */
export const mostHops = 3;

/** T3 转送、交办. */
export function referred(
  file: CaseFile,
  request: ReferralRequest,
  act: Act,
  partners: ReferralPartners,
): Result<Step, ReferralRefusal> {
  const verb = request.kind === 'ASSIGNMENT' ? 'assignCase' : 'referCase';
  if (isAccusation(file.case)) return fail('ACCUSATION_NEEDS_SEALED_HANDOVER');
  // A unit that received the petition itself answers it: nobody passes it on over its head.
  if (!checkedState(file.case.status, verb).ok || file.case.responsibleOrganizationId !== null)
    return fail('WRONG_STATE');
  const refusal = refusalOf(file, request, act, partners);
  if (refusal) return fail(refusal);

  const referral = newReferral(file, request, act, partners);
  const terms = termsOf(referral, act);
  if (!terms.ok) return terms;

  const toId = partners.to.id;
  const passed = moved(file, verb, { referredAt: act.at, responsibleOrganizationId: toId });
  const met = meeting({ ...passed, referrals: [...file.referrals, referral] }, act.at, 'TRANSFER', 'RE_REFERRAL');
  const told = fact(act, request.kind === 'ASSIGNMENT' ? 'CaseAssigned' : 'CaseReferred', 'PETITIONER', {
    payload: { referralId: referral.id, fromOrganizationId: referral.fromOrganizationId, toOrganizationId: toId },
    reason: request.overrideReason ?? request.reason,
  });
  return ok(taken(withScopes(withDeadlines(met, ...terms.value), scopesOf(partners.to)), told));
}

function refusalOf(
  file: CaseFile,
  request: ReferralRequest,
  act: Act,
  { from, to, competences, superiorIds }: ReferralPartners,
): ReferralRefusal | null {
  const day = localDate(act.at).toString();
  if (!isBureau(from)) return 'NOT_A_BUREAU';
  if (file.referrals.length >= mostHops) return 'HOP_LIMIT_REACHED';
  if (isVillageCommittee(to)) return 'VILLAGE_COMMITTEE_NOT_RESPONSIBLE';
  if (!isValidOn(to, day)) return 'ORGANIZATION_NO_LONGER_VALID';
  // What is said of an organization's own conduct, refusal or delay is for its superior to answer: not for itself,
  // and not for whom it directs.
  if ([to.id, ...superiorIds].some((id) => file.respondentIds.includes(id))) return 'RESPONDENT_CANNOT_ANSWER';
  if (request.overrideReason === null && !isMatched(file, competences, day)) return 'ORGANIZATION_NOT_COMPETENT';
  return null;
}

const isMatched = (file: CaseFile, competences: readonly Competence[], day: string): boolean =>
  competences.some((competence) =>
    isCompetent(competence, {
      issueTypeCode: file.case.issueTypeCode,
      areaPath: areaPathOf(file.case.areaCode),
      day,
    }),
  );

const newReferral = (file: CaseFile, request: ReferralRequest, act: Act, partners: ReferralPartners): Referral => ({
  id: act.newId(),
  caseId: file.case.id,
  orderNo: request.orderNo,
  kind: request.kind,
  fromOrganizationId: partners.from.id,
  toOrganizationId: partners.to.id,
  issuedAt: act.at,
  hop: file.referrals.length + 1,
  legalBasis: request.legalBasis,
  isOverride: request.overrideReason !== null,
  reportBackDueOn: request.kind === 'ASSIGNMENT' ? request.reportBackDueOn : null,
  reportedBackAt: null,
  reportBackSealed: null,
  reportBackReference: null,
  isFinal: false,
  state: 'ISSUED',
  version: 1,
});

function termsOf(referral: Referral, act: Act): Result<readonly Deadline[], 'CALENDAR_NOT_PUBLISHED'> {
  const { caseId, toOrganizationId: responsibleOrganizationId, reportBackDueOn } = referral;
  const owner = () => ({ id: act.newId(), caseId, responsibleOrganizationId });
  const notice = started(owner(), 'ADMISSION_NOTICE', act.at, { startsAt: 'REFERRAL_ISSUED' });
  if (!notice.ok) return notice;
  const objection = started(owner(), 'OBJECTION', act.at);
  if (!objection.ok) return objection;
  const reportBack = reportBackDueOn === null ? [] : [startedUntil(owner(), 'REPORT_BACK', act.at, reportBackDueOn)];
  return ok([notice.value, objection.value, ...reportBack]);
}
