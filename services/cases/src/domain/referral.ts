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
  | 'REPORT_BACK_DATE_NOT_VALID'
  | 'CALENDAR_NOT_PUBLISHED';

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
  const refusal = refusalOf(file, request, act, partners);
  if (refusal) return fail(refusal);
  const state = checkedState(file.case.status, verb);
  if (!state.ok) return state;

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
  { from, to, competences }: ReferralPartners,
): ReferralRefusal | null {
  const day = localDate(act.at).toString();
  if (isAccusation(file.case)) return 'ACCUSATION_NEEDS_SEALED_HANDOVER';
  if (!isBureau(from)) return 'NOT_A_BUREAU';
  if (file.referrals.length >= mostHops) return 'HOP_LIMIT_REACHED';
  if (isVillageCommittee(to)) return 'VILLAGE_COMMITTEE_NOT_RESPONSIBLE';
  if (!isValidOn(to, day)) return 'ORGANIZATION_NO_LONGER_VALID';
  // What is said of an organization's own conduct, refusal or delay is for its superior to answer, not for itself.
  if (file.respondentIds.includes(to.id)) return 'RESPONDENT_CANNOT_ANSWER';
  if (request.overrideReason === null && !isMatched(file, competences, day)) return 'ORGANIZATION_NOT_COMPETENT';
  if (request.kind === 'ASSIGNMENT' && !(request.reportBackDueOn !== null && request.reportBackDueOn > day))
    return 'REPORT_BACK_DATE_NOT_VALID';
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
