import { localDate } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import type { Act, CaseFile, CompetenceDispute, Referral, Step } from './case-file.ts';
import { started } from './deadline.ts';
import { isValidOn, isVillageCommittee, type Organization } from './organization.ts';
import { scopesOf } from './scope.ts';
import { fact, meeting, moved, taken, withDeadlines, withScopes } from './step.ts';
import { checkedState } from './transition.ts';

/** 转送次数: beyond this the common superior rules who is competent. */
export const mostHops = 3;

/** Who rules a dispute (第二十四条): the nearest common superior, or else the joint-conference office. */
export type Arbiter = Readonly<{ organization: Organization; level: 'COMMON_SUPERIOR' | 'JOINT_CONFERENCE' }>;

/** Whether the next objection that is upheld makes a dispute: it is the second one, or no hop is left. */
export const needsArbiter = (file: Pick<CaseFile, 'objections' | 'referrals' | 'contests'>): boolean =>
  file.objections.some(({ ruling }) => ruling === 'UPHELD') || hopsOf(file) >= mostHops;

/** How often the case was passed on; where a contest of the petitioner was upheld, that begins anew. */
export function hopsOf({ referrals, contests }: Pick<CaseFile, 'referrals' | 'contests'>): number {
  const begun = contests.findLast(({ state }) => state === 'UPHELD')?.ruledAt ?? null;
  return referrals.filter(({ issuedAt }) => begun === null || issuedAt > begun).length;
}

/** Who disputes: all that gave the case back, and all that they named. */
export const disputantsOf = ({ objections }: Pick<CaseFile, 'objections'>): readonly string[] => [
  ...new Set(
    objections.flatMap(({ organizationId, proposedOrganizationId }) => [organizationId, proposedOrganizationId]),
  ),
];

/** 管辖争议: the case waits for the ruling of somebody above all that dispute. */
export function disputed(step: Step, arbiter: Arbiter, act: Act): Result<Step, 'CALENDAR_NOT_PUBLISHED'> {
  const { file } = step;
  const rulingOrganizationId = arbiter.organization.id;
  const owner = { id: act.newId(), caseId: file.case.id, responsibleOrganizationId: rulingOrganizationId };
  const ruling = started(owner, 'COMPETENCE_RULING', act.at);
  if (!ruling.ok) return ruling;

  const dispute: CompetenceDispute = {
    id: act.newId(),
    caseId: file.case.id,
    raisedAt: act.at,
    level: arbiter.level,
    organizationIds: disputantsOf(file),
    rulingOrganizationId,
    state: 'OPEN',
    toOrganizationId: null,
    ruledBy: null,
    ruledAt: null,
    version: 1,
  };
  const waiting = { ...file, disputes: [...file.disputes, dispute], case: { ...file.case, rulingOrganizationId } };
  const told = fact(act, 'CompetenceDisputed', 'PETITIONER', {
    payload: { disputeId: dispute.id, level: dispute.level, rulingOrganizationId },
  });
  const known = withScopes(withDeadlines(waiting, ruling.value), scopesOf(arbiter.organization));
  return ok(taken(known, ...step.facts, told));
}

export const openDispute = ({ disputes }: Pick<CaseFile, 'disputes'>): CompetenceDispute | null =>
  disputes.find(({ state }) => state === 'OPEN') ?? null;

export type TargetRefusal =
  'VILLAGE_COMMITTEE_NOT_RESPONSIBLE' | 'ORGANIZATION_NO_LONGER_VALID' | 'RESPONDENT_CANNOT_ANSWER';

/** Why nobody can make an organization responsible, whoever it is that passes the case on. */
export function targetRefusal(
  { respondentIds }: Pick<CaseFile, 'respondentIds'>,
  to: Organization,
  superiorIds: readonly string[],
  day: string,
): TargetRefusal | null {
  if (isVillageCommittee(to)) return 'VILLAGE_COMMITTEE_NOT_RESPONSIBLE';
  if (!isValidOn(to, day)) return 'ORGANIZATION_NO_LONGER_VALID';
  // What is said of an organization's own conduct, refusal or delay is for its superior to answer: not for itself,
  // and not for whom it directs.
  return [to.id, ...superiorIds].some((id) => respondentIds.includes(id)) ? 'RESPONDENT_CANNOT_ANSWER' : null;
}

/** T5'' 管辖裁定: the organization that is named handles the case, and no objection is heard any more. */
export function competenceRuled(
  file: CaseFile,
  request: Readonly<{ to: Organization; superiorIds: readonly string[]; orderNo: string; reason: string }>,
  act: Act,
): Result<Step, 'WRONG_STATE' | 'NOT_THE_RULING_ORGANIZATION' | 'CALENDAR_NOT_PUBLISHED' | TargetRefusal> {
  const dispute = openDispute(file);
  if (!checkedState(file.case.status, 'ruleCompetence').ok || !dispute) return fail('WRONG_STATE');
  if (act.organizationId !== dispute.rulingOrganizationId) return fail('NOT_THE_RULING_ORGANIZATION');
  const refusal = targetRefusal(file, request.to, request.superiorIds, localDate(act.at).toString());
  if (refusal) return fail(refusal);

  const referral = finalReferral(file, dispute, request, act);
  const met = meeting(file, act.at, 'COMPETENCE_RULING');
  const ruled = { ...met, referrals: [...met.referrals, referral] };
  const known = withScopes(ruled, scopesOf(request.to));
  const told = { reason: request.reason, verb: 'ruleCompetence', type: 'CompetenceRuled' } as const;
  return handedBy(known, { ...dispute, state: 'RULED' }, referral, { ...told, act });
}

const finalReferral = (
  file: CaseFile,
  { rulingOrganizationId }: CompetenceDispute,
  { to, orderNo }: Readonly<{ to: Organization; orderNo: string }>,
  act: Act,
): Referral => ({
  id: act.newId(),
  caseId: file.case.id,
  orderNo,
  kind: 'TRANSFER',
  fromOrganizationId: rulingOrganizationId,
  toOrganizationId: to.id,
  issuedAt: act.at,
  hop: file.referrals.length + 1,
  legalBasis: '《信访工作条例》第二十四条',
  isOverride: true,
  reportBackDueOn: null,
  reportedBackAt: null,
  reportBackSealed: null,
  reportBackReference: null,
  isFinal: true,
  state: 'ISSUED',
  version: 1,
});

/** Nobody ruled in time: the unit that the case was last referred to handles it, for good. */
export function competenceLapsed(file: CaseFile, act: Act): Result<Step, 'CALENDAR_NOT_PUBLISHED'> {
  const dispute = openDispute(file);
  const last = file.referrals.at(-1);
  if (!dispute || !last) return ok(taken(file));
  const final: Referral = { ...last, state: 'ISSUED', isFinal: true };
  const referrals = file.referrals.map((referral) => (referral.id === final.id ? final : referral));
  const told = { reason: null, verb: 'competenceLapsed', type: 'CompetenceLapsed', act } as const;
  return handedBy({ ...file, referrals }, { ...dispute, state: 'LAPSED' }, final, told);
}

function handedBy(
  file: CaseFile,
  dispute: CompetenceDispute,
  { id: referralId, fromOrganizationId, toOrganizationId }: Referral,
  told: Readonly<{
    reason: string | null;
    verb: 'ruleCompetence' | 'competenceLapsed';
    type: 'CompetenceRuled' | 'CompetenceLapsed';
    act: Act;
  }>,
): Result<Step, 'CALENDAR_NOT_PUBLISHED'> {
  const { act, reason } = told;
  const owner = { id: act.newId(), caseId: file.case.id, responsibleOrganizationId: toOrganizationId };
  const notice = started(owner, 'ADMISSION_NOTICE', act.at, { startsAt: 'REFERRAL_ISSUED' });
  if (!notice.ok) return notice;

  const ruled: CompetenceDispute = { ...dispute, toOrganizationId, ruledBy: act.staffId, ruledAt: act.at };
  const disputes = file.disputes.map((each) => (each.id === ruled.id ? ruled : each));
  const holder = { referredAt: act.at, responsibleOrganizationId: toOrganizationId, rulingOrganizationId: null };
  const passed = moved({ ...file, disputes }, told.verb, holder);
  const payload = { disputeId: ruled.id, referralId, fromOrganizationId, toOrganizationId };
  return ok(taken(withDeadlines(passed, notice.value), fact(act, told.type, 'PETITIONER', { payload, reason })));
}
