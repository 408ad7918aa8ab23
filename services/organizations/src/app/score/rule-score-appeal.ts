import { command, fail, ok } from '@onevisit/kernel';
import { rulingOf, seatOf, voted, type Verdict } from '../../domain/score-appeal.ts';
import { historyOf } from '../../domain/unit-score-record.ts';
import { scoreEntryOverturned } from '../../domain/unit-score.events.ts';
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
    if (rulingOf([...history.votes, outcome.value]) === 'OVERTURN') tx.emit(scoreEntryOverturned(entry));
    return ok({ entryId });
  },
);
