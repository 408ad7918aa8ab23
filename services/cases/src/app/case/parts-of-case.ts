import type { Case } from '../../domain/case.ts';
import { canReadOpinion } from '../../domain/case.policy.ts';
import type { ClaimDecision, HandlingOpinion } from '../../domain/case-file.ts';
import { availableActions } from '../../domain/available-actions.ts';
import { mostHops } from '../../domain/competence.ts';
import { isObjectable, isReferring } from '../../domain/objection.ts';
import { assignmentOf } from '../../domain/report-back.ts';
import { inCase, type ClaimInCase, type OpinionInCase } from '../../domain/in-case.ts';
import type { ServiceRead } from '../operation.ts';

/** 信访处理意见书: the newest that the viewer may read. */
export async function opinionOf({ viewer, load }: ServiceRead, subject: Case): Promise<OpinionInCase | null> {
  const opinions = await load.opinions.ofCase.load(subject.id);
  const readable = opinions.findLast(({ state }) => canReadOpinion(viewer, subject, state));
  return readable ? inCase(subject, readable) : null;
}

/** What the readable opinion says of a claim. */
export async function decisionOn(read: ServiceRead, claim: ClaimInCase) {
  const opinion = await opinionOf(read, claim.subject);
  const decision = opinion?.claims.find(({ claimId }) => claimId === claim.id) ?? null;
  return opinion && decision ? { opinion, decision } : null;
}

export type DecisionInOpinion = Readonly<{ opinion: HandlingOpinion; decision: ClaimDecision }>;

/** What the viewer can do now. */
export async function actionsOn(read: ServiceRead, subject: Case): Promise<readonly string[]> {
  const { viewer, load } = read;
  const [items, admissions, confirmations, passing, contests] = await Promise.all([
    load.executionItems.ofCase.load(subject.id),
    load.admissions.load(subject.id),
    load.confirmations.load(subject.id),
    passingOn(read, subject),
    subject.status === 'NOT_ADMITTED' ? load.contests.load(subject.id) : [],
  ]);
  return availableActions(viewer, subject, {
    items,
    isNoticePending: admissions.at(-1)?.noticeDeliveredAt === null,
    isContested: contests.some(({ admissionId }) => admissionId === admissions.at(-1)?.id),
    isContestPending: contests.some(({ state }) => state === 'PENDING'),
    deciderId: admissions.at(-1)?.organizationId ?? null,
    hasPendingConfirmation: confirmations.some(({ state }) => state === 'PENDING'),
    ...passing,
  });
}

/** Where the viewer's organization stands to the referrals of the case. */
async function passingOn({ viewer, load, now }: ServiceRead, subject: Case) {
  const { organizationId } = viewer;
  const isOwn = subject.status === 'REFERRED' && organizationId === subject.responsibleOrganizationId;
  const [referrals, deadlines, superior] = await Promise.all([
    load.referrals.ofCase.load(subject.id),
    isOwn ? load.deadlines.ofCase.load(subject.id) : [],
    isOwn && organizationId !== null ? load.isSuperior.load(organizationId) : null,
  ]);
  return {
    isReportBackOwed: assignmentOf({ referrals }, viewer)?.reportedBackAt === null,
    isReferring: isReferring({ referrals }, viewer),
    isObjectable: isObjectable({ deadlines }, { organizationId, at: now }),
    canPassDown: superior !== null && referrals.at(-1)?.isFinal !== true && referrals.length < mostHops,
  };
}
