import { localDate } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import { isAccusation, type Act, type CaseFile, type Referral, type ReferralKind, type Step } from './case-file.ts';
import { hopsOf, mostHops, needsArbiter, openDispute, targetRefusal, type TargetRefusal } from './competence.ts';
import { started, startedUntil, type Deadline } from './deadline.ts';
import { objectionRuled } from './objection.ts';
import { areaPathOf, isBureau, isCompetent, type Competence, type Organization } from './organization.ts';
import { scopesOf } from './scope.ts';
import { fact, meeting, moved, superseding, taken, withDeadlines, withScopes } from './step.ts';
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
  | 'NOT_THE_REFERRING_ORGANIZATION'
  | 'COMPETENCE_RULING_PENDING'
  | 'HOP_LIMIT_REACHED'
  | 'ORGANIZATION_NOT_COMPETENT'
  | 'CALENDAR_NOT_PUBLISHED'
  | TargetRefusal;

/** 交办反馈期限: a day after today. */
export const isReportBackDay = (day: string, at: Date): boolean => day > localDate(at).toString();

/** T3 转送、交办. */
export function referred(
  file: CaseFile,
  request: ReferralRequest,
  act: Act,
  partners: ReferralPartners,
): Result<Step, ReferralRefusal> {
  const verb = request.kind === 'ASSIGNMENT' ? 'assignCase' : 'referCase';
  if (isAccusation(file.case)) return fail('ACCUSATION_NEEDS_SEALED_HANDOVER');
  if (!checkedState(file.case.status, verb).ok) return fail('WRONG_STATE');
  const free = givenBack(file, request, act);
  if (!free.ok) return free;
  const refusal = referralRefusal(free.value.file, request, act, partners);
  if (refusal) return fail(refusal);

  const type = request.kind === 'ASSIGNMENT' ? 'CaseAssigned' : 'CaseReferred';
  return passedOn(free.value, request, { act, partners, verb, type });
}

/** The case as it is to be passed on: where its unit has objected, that is granted by passing it to another. */
function givenBack(
  file: CaseFile,
  { overrideReason, reason }: ReferralRequest,
  act: Act,
): Result<Step, ReferralRefusal> {
  if (file.case.status !== 'OBJECTED') return ok(taken(file));
  if (needsArbiter(file)) return fail('COMPETENCE_RULING_PENDING');
  const grounds = overrideReason ?? reason ?? '异议成立，另行转送。';
  const ruled = objectionRuled(file, { isUpheld: true, reason: grounds, arbiter: null }, act);
  if (ruled.ok) return ruled;
  return fail(ruled.reason === 'ARBITER_NOT_FOUND' ? 'COMPETENCE_RULING_PENDING' : ruled.reason);
}

type Passing = Readonly<{
  act: Act;
  partners: ReferralPartners;
  verb: 'referCase' | 'assignCase' | 'passDownCase';
  type: 'CaseReferred' | 'CaseAssigned' | 'CasePassedDown';
}>;

function passedOn(
  { file, facts }: Step,
  request: ReferralRequest,
  { act, partners, verb, type }: Passing,
): Result<Step, 'CALENDAR_NOT_PUBLISHED'> {
  const referral = newReferral(file, request, act, partners);
  const terms = termsOf(referral, act);
  if (!terms.ok) return terms;

  const toId = partners.to.id;
  const passed = moved(file, verb, { referredAt: act.at, responsibleOrganizationId: toId });
  const met = meeting({ ...passed, referrals: [...file.referrals, referral] }, act.at, 'TRANSFER', 'RE_REFERRAL');
  const told = fact(act, type, 'PETITIONER', {
    payload: { referralId: referral.id, fromOrganizationId: referral.fromOrganizationId, toOrganizationId: toId },
    reason: request.overrideReason ?? request.reason,
  });
  return ok(taken(withScopes(withDeadlines(met, ...terms.value), scopesOf(partners.to)), ...facts, told));
}

export type PassingDownRefusal =
  | 'WRONG_STATE'
  | 'ACCUSATION_NEEDS_SEALED_HANDOVER'
  | 'NOT_THE_RESPONSIBLE_ORGANIZATION'
  | 'REFERRAL_IS_FINAL'
  | 'HOP_LIMIT_REACHED'
  | 'NOT_A_SUBORDINATE'
  | 'ORGANIZATION_NOT_COMPETENT'
  | 'CALENDAR_NOT_PUBLISHED'
  | TargetRefusal;

/** T3 转下级 (第二十三条): by a superior organ to one below it, which then owes the petitioner the notice. */
export function passedDown(
  file: CaseFile,
  request: ReferralRequest,
  act: Act,
  partners: ReferralPartners,
): Result<Step, PassingDownRefusal> {
  if (isAccusation(file.case)) return fail('ACCUSATION_NEEDS_SEALED_HANDOVER');
  if (!checkedState(file.case.status, 'passDownCase').ok) return fail('WRONG_STATE');
  const refusal = passingDownRefusal(file, request, act, partners);
  if (refusal) return fail(refusal);

  const released = taken(superseding(file, 'ADMISSION_NOTICE', 'OBJECTION'));
  return passedOn(released, request, { act, partners, verb: 'passDownCase', type: 'CasePassedDown' });
}

function passingDownRefusal(
  file: CaseFile,
  { overrideReason }: ReferralRequest,
  act: Act,
  { from, to, competences, superiorIds }: ReferralPartners,
): Exclude<PassingDownRefusal, 'CALENDAR_NOT_PUBLISHED'> | null {
  const day = localDate(act.at).toString();
  if (file.case.responsibleOrganizationId !== from.id) return 'NOT_THE_RESPONSIBLE_ORGANIZATION';
  if (file.referrals.at(-1)?.isFinal === true) return 'REFERRAL_IS_FINAL';
  if (hopsOf(file) >= mostHops) return 'HOP_LIMIT_REACHED';
  if (!superiorIds.includes(from.id)) return 'NOT_A_SUBORDINATE';
  const target = targetRefusal(file, to, superiorIds, day);
  if (target) return target;
  return overrideReason === null && !isMatched(file, competences, day) ? 'ORGANIZATION_NOT_COMPETENT' : null;
}

function referralRefusal(
  file: CaseFile,
  request: ReferralRequest,
  act: Act,
  { from, to, competences, superiorIds }: ReferralPartners,
): ReferralRefusal | null {
  const day = localDate(act.at).toString();
  // A unit that received the petition itself answers it: nobody passes it on over its head.
  if (file.case.responsibleOrganizationId !== null) return 'WRONG_STATE';
  if (!isBureau(from)) return 'NOT_A_BUREAU';
  if (openDispute(file)) return 'COMPETENCE_RULING_PENDING';
  if (hopsOf(file) >= mostHops) return 'HOP_LIMIT_REACHED';
  const target = targetRefusal(file, to, superiorIds, day);
  if (target) return target;
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
