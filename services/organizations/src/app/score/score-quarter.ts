import { dueDate, localDate, officialCalendars, startOfDay } from '@onevisit/calendar';
import { jsonHash } from '@onevisit/evidence';
import { command, fail, ok } from '@onevisit/kernel';
import type { Organization } from '../../domain/organization.ts';
import { firstDayOfQuarter, lastDayOf, quarterBefore } from '../../domain/period.ts';
import { ruleSetOn, type RuleSetOnRecord } from '../../domain/rule-set.ts';
import { scoreEntryRecorded } from '../../domain/unit-score.events.ts';
import { citedLines, scoredFrom, type CitedBasis, type UnitScore } from '../../domain/unit-score.ts';
import { warningIssued } from '../../domain/warning.events.ts';
import { issued } from '../../domain/warning-notice.ts';
import type { ServiceTx } from '../operation.ts';
import { basesOf } from './bases-of.ts';

type Request = Readonly<{ quarter: string; idempotencyKey: string }>;

/** 季度计分: draws up the provisional score of every unit, by the rules that counted on the quarter's first day. */
export const scoreQuarter = command('scoreQuarter', 'score:draw-up', async (tx: ServiceTx, { quarter }: Request) => {
  const firstDay = firstDayOfQuarter(quarter);
  const lastDay = lastDayOf(quarter);
  const today = localDate(tx.now);
  if (firstDay === null || lastDay === null) return fail('QUARTER_INVALID');
  if (lastDay >= today.toString()) return fail('QUARTER_NOT_OVER');

  const ruleSet = ruleSetOn(firstDay, await tx.ruleSets.allWhenLocked());
  if (!ruleSet) return fail('NO_RULE_SET');
  await tx.unitScores.lock(quarter);
  if ((await tx.unitScores.scoresOf(quarter)).length > 0) return fail('ALREADY_SCORED');

  const amount = ruleSet.document.appeal.windowWorkdays;
  const window = dueDate(officialCalendars, { start: today, amount, unit: 'WORKDAY', roll: 'NONE' });
  if (!window.ok) return window;

  const appealUntil = startOfDay(window.value.dueOn.add({ days: 1 }));
  const units = await tx.unitScores.unitsOn(lastDay);
  const before = await tx.unitScores.scoresOf(quarterBefore(quarter));
  const bases = await basesOf(tx, { quarter, units, before, until: tx.now });
  for (const { unit, basis } of bases) await drawUp(tx, { unit, basis, quarter, ruleSet, appealUntil });
  return ok({ quarter });
});

type Drawing = Readonly<{
  unit: Organization;
  basis: CitedBasis;
  quarter: string;
  ruleSet: RuleSetOnRecord;
  appealUntil: Date;
}>;

async function drawUp(tx: ServiceTx, { unit, basis, quarter, ruleSet, appealUntil }: Drawing): Promise<void> {
  if (unit.peerGroup === null) return;
  const score = scoredFrom(ruleSet.document, basis);
  const unitScore: UnitScore = {
    id: tx.newId(),
    organizationId: unit.id,
    quarter,
    peerGroup: unit.peerGroup,
    ruleSetId: ruleSet.id,
    basis,
    total: score.total,
    level: score.level,
    contentHash: scoreHash({ unitCode: unit.code, quarter, ruleSet, basis }),
    scoredAt: tx.now,
    appealUntil,
  };
  const entries = citedLines(score, basis)
    .filter(({ line }) => line.points !== 0)
    .map(({ line, factId }) => ({
      id: tx.newId(),
      unitScoreId: unitScore.id,
      organizationId: unit.id,
      item: line.item,
      factId,
      line,
      points: line.points,
    }));
  await tx.unitScores.insert(unitScore, entries);
  for (const entry of entries) tx.emit(scoreEntryRecorded(entry));
  await warn(tx, unitScore, score.triggers);
}

/** 预警 follows from the score: nobody chooses whom to warn. */
async function warn(
  tx: ServiceTx,
  { id, organizationId, level }: UnitScore,
  triggers: readonly string[],
): Promise<void> {
  const warning = issued({ id: tx.newId(), organizationId, unitScoreId: id, level, triggers, at: tx.now });
  if (!warning) return;
  await tx.warnings.insertAll([warning]);
  tx.emit(warningIssued(warning));
}

type Hashed = Readonly<{ unitCode: string; quarter: string; ruleSet: RuleSetOnRecord; basis: CitedBasis }>;

/** 得分指纹: the same for the same unit, quarter, rules and basis, whenever it is worked out. */
export const scoreHash = ({ unitCode, quarter, ruleSet, basis }: Hashed): string =>
  jsonHash({ unitCode, quarter, rules: ruleSet.contentHash, basis, score: scoredFrom(ruleSet.document, basis) });
