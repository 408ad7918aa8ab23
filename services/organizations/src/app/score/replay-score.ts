import { command, fail, ok } from '@onevisit/kernel';
import { lastDayOf, quarterBefore } from '../../domain/period.ts';
import type { ServiceTx } from '../operation.ts';
import { basesOf } from './bases-of.ts';
import { scoreHash } from './score-quarter.ts';

type Request = Readonly<{ unitScoreId: string; idempotencyKey?: string | null | undefined }>;

/** 复算: works a past score out again from the ledgers, as they were when it was drawn up. Writes nothing. */
export const replayScore = command('replayScore', 'score:read', async (tx: ServiceTx, { unitScoreId }: Request) => {
  const score = await tx.unitScores.scoreById(unitScoreId);
  if (!score) return fail('SCORE_NOT_FOUND');

  const { quarter, scoredAt } = score;
  const ruleSet = (await tx.ruleSets.allWhenLocked()).find(({ id }) => id === score.ruleSetId);
  const units = await tx.unitScores.unitsOn(lastDayOf(quarter) ?? '');
  const unit = units.find(({ id }) => id === score.organizationId);
  if (!ruleSet || !unit) return fail('SCORE_NOT_FOUND');

  const before = await tx.unitScores.scoresOf(quarterBefore(quarter));
  const [replayed] = await basesOf(tx, { quarter, units: [unit], before, until: scoredAt });
  if (!replayed) return fail('SCORE_NOT_FOUND');
  return ok({ contentHash: scoreHash({ unitCode: unit.code, quarter, ruleSet, basis: replayed.basis }) });
});
