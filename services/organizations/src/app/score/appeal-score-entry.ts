import { command, fail, ok } from '@onevisit/kernel';
import { appealed } from '../../domain/score-appeal.ts';
import { historyOf } from '../../domain/unit-score-record.ts';
import { scoreEntryAppealed } from '../../domain/unit-score.events.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{ entryId: string; grounds: string; idempotencyKey: string }>;

/** 计分申诉: by the head of the unit itself. The entry counts until it is overturned. */
export const appealScoreEntry = command(
  'appealScoreEntry',
  'score:appeal',
  async (tx: ServiceTx, { entryId, grounds }: Request) => {
    await tx.unitScores.lock(entryId);
    const entry = await tx.unitScores.entryById(entryId);
    if (!entry) return fail('ENTRY_NOT_FOUND');
    if (entry.organizationId !== tx.viewer.organizationId) return fail('NOT_OF_YOUR_UNIT');

    const ruleSet = (await tx.ruleSets.allWhenLocked()).find(({ id }) => id === entry.ruleSetId);
    const decisionWorkdays = ruleSet?.document.appeal.decisionWorkdays ?? 10;
    const act = { at: tx.now, byId: tx.viewer.id, decisionWorkdays };
    const outcome = appealed(historyOf(entry), { entryId, grounds }, act);
    if (!outcome.ok) return outcome;

    await tx.unitScores.addAppeal(outcome.value);
    tx.emit(scoreEntryAppealed(entry));
    return ok({ entryId });
  },
);
