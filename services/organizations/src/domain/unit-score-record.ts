import type { AppealVote, EntryHistory } from './score-appeal.ts';
import type { RuleSetDocument } from './scoring/rule-set-document.ts';
import type { Score } from './scoring/score.ts';
import { scoredFrom, type Overturned, type ScoreEntry, type UnitScore } from './unit-score.ts';

/** A score with what has become of it. */
export type UnitScoreOnRecord = UnitScore &
  Readonly<{ organizationCode: string; confirmedAt: Date | null; overturned: readonly Overturned[] }>;

/** A vote, as it is shown. */
export type VoteOnRecord = Pick<AppealVote, 'seat' | 'verdict' | 'reason' | 'organizationId'>;

/** An entry with its appeal and the votes on it, as they are read. */
export type ScoreEntryOnRecord = ScoreEntry &
  Omit<EntryHistory, 'appeal' | 'votes'> &
  Readonly<{
    ruleSetId: string;
    appealedId: string | null;
    grounds: string | null;
    appealById: string | null;
    appealedAt: Date | null;
    decideBy: string | null;
    votes: readonly VoteOnRecord[];
  }>;

export function historyOf(entry: ScoreEntryOnRecord): EntryHistory {
  const { appealedId, grounds, appealById, appealedAt, decideBy } = entry;
  const appeal =
    appealedId !== null && grounds !== null && appealById !== null && appealedAt !== null && decideBy !== null
      ? { entryId: appealedId, grounds, byId: appealById, at: appealedAt, decideBy }
      : null;
  const { appealUntil, peerGroup, isConfirmed, votes } = entry;
  return { appealUntil, peerGroup, isConfirmed, appeal, votes };
}

/** The score as it stands: what a panel has taken back no longer counts. */
export const standing = (unitScore: UnitScoreOnRecord, rules: RuleSetDocument): Score =>
  scoredFrom(rules, unitScore.basis, unitScore.overturned);
