import { command, fail, ok } from '@onevisit/kernel';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{ unitScoreId: string; idempotencyKey?: string | null | undefined }>;

/** 确认市局得分: the joint-conference office confirms the score of the city bureau, which cannot do so itself. */
export const confirmBureauScore = command(
  'confirmBureauScore',
  'score:confirm-bureau',
  async (tx: ServiceTx, { unitScoreId }: Request) => {
    await tx.unitScores.lock(unitScoreId);
    const score = await tx.unitScores.scoreById(unitScoreId);
    if (!score) return fail('SCORE_NOT_FOUND');
    if (score.peerGroup !== 'CITY_BUREAU') return fail('NOT_THE_CITY_BUREAU');

    const member = await tx.organizations.byId(tx.viewer.organizationId);
    if (member?.kind !== 'JOINT_CONFERENCE_OFFICE') return fail('NOT_JOINT_CONFERENCE');
    if (score.confirmedAt) return fail('WRONG_STATE');
    if (tx.now < score.appealUntil) return fail('APPEAL_WINDOW_OPEN');

    await tx.unitScores.confirm({ unitScoreId, organizationId: member.id, byId: tx.viewer.id, at: tx.now });
    return ok({ unitScoreId });
  },
);
