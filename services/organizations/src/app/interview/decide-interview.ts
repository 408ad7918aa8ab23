import { command, fail, ok } from '@onevisit/kernel';
import { decided, isUnderWay } from '../../domain/interview.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{ warningId: string; resolution: string; idempotencyKey: string }>;

/** 决定约谈: the joint conference's word, told by its office. The bureau alone interviews nobody (条例 第三十九条). */
export const decideInterview = command(
  'decideInterview',
  'interview:decide',
  async (tx: ServiceTx, { warningId, resolution }: Request) => {
    const office = await tx.organizations.byId(tx.viewer.organizationId);
    if (office?.kind !== 'JOINT_CONFERENCE_OFFICE') return fail('NOT_JOINT_CONFERENCE');
    const warning = await tx.warnings.locked(warningId);
    if (!warning) return fail('WARNING_NOT_FOUND');
    if ((await tx.interviews.ofWarning(warningId)).some(isUnderWay)) return fail('INTERVIEW_UNDER_WAY');
    const head = await tx.leadershipPosts.headOf(warning.organizationId);
    if (!head) return fail('HEAD_MISSING');

    const decision = { id: tx.newId(), intervieweePostId: head.id, decidedById: office.id, resolution, at: tx.now };
    const outcome = decided(warning, decision);
    if (!outcome.ok) return outcome;

    await tx.interviews.insert(outcome.value);
    return ok({ interviewId: outcome.value.id });
  },
);
