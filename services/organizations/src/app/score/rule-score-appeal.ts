import { command, fail, ok } from '@onevisit/kernel';
import { rulingOf, seatOf, voted, type Verdict } from '../../domain/score-appeal.ts';
import { historyOf, standing, type ScoreEntryOnRecord } from '../../domain/unit-score-record.ts';
import { scoreEntryOverturned } from '../../domain/unit-score.events.ts';
import { isOpen, withdrawn } from '../../domain/warning-notice.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{ entryId: string; verdict: Verdict; reason: string; idempotencyKey: string }>;

/** 申诉裁定: one vote of the panel of three; two that agree decide. */
export const ruleScoreAppeal = command(
  'ruleScoreAppeal',
  'score:rule-appeal',
  async (tx: ServiceTx, { entryId, verdict, reason }: Request) => {
    await tx.unitScores.lock(entryId);
    const entry = await tx.unitScores.entryById(entryId);
    if (!entry) return fail('ENTRY_NOT_FOUND');

    const member = await tx.organizations.byId(tx.viewer.organizationId);
    const unit = await tx.organizations.byId(entry.organizationId);
    const seat = member && unit ? seatOf(member, unit) : null;
    if (!member || seat === null) return fail('NOT_ON_PANEL');

    const history = historyOf(entry);
    const by = { organizationId: member.id, byId: tx.viewer.id, at: tx.now };
    const outcome = voted(history, { entryId, seat, verdict, reason, ...by });
    if (!outcome.ok) return outcome;

    await tx.unitScores.addVote(outcome.value);
    if (rulingOf([...history.votes, outcome.value]) === 'OVERTURN') await overturn(tx, entry);
    return ok({ entryId });
  },
);

/** A warning is taken back with the score that called for it. */
async function overturn(tx: ServiceTx, entry: ScoreEntryOnRecord): Promise<void> {
  tx.emit(scoreEntryOverturned(entry));
  const score = await tx.unitScores.scoreById(entry.unitScoreId);
  const ruleSet = (await tx.ruleSets.allWhenLocked()).find(({ id }) => id === entry.ruleSetId);
  if (!score || !ruleSet || standing(score, ruleSet.document).level !== 'GREEN') return;

  const warning = await tx.warnings.lockedOfScore(score.id);
  if (warning && isOpen(warning)) await tx.warnings.update(warning, withdrawn(warning, tx.now));
}
