import { defineTable } from '@onevisit/data';
import type { AppealVote, ScoreAppeal } from '../domain/score-appeal.ts';
import type { ScoreEntry, UnitScore } from '../domain/unit-score.ts';

export const unitScoreTable = defineTable<UnitScore>('unit_scores', {
  id: 'uuid',
  organizationId: 'uuid',
  quarter: 'text',
  peerGroup: 'text',
  ruleSetId: 'uuid',
  basis: 'json',
  total: 'double',
  level: 'text',
  contentHash: 'text',
  scoredAt: 'instant',
  appealUntil: 'instant',
});

export const scoreEntryTable = defineTable<ScoreEntry>('score_entries', {
  id: 'uuid',
  unitScoreId: 'uuid',
  organizationId: 'uuid',
  item: 'text',
  factId: 'uuid?',
  line: 'json',
  points: 'double',
});

export const scoreAppealTable = defineTable<ScoreAppeal>(
  'score_appeals',
  { entryId: 'uuid', grounds: 'text', byId: 'uuid', at: 'instant', decideBy: 'day' },
  ['entryId'],
);

export const appealVoteTable = defineTable<AppealVote>(
  'score_appeal_votes',
  {
    entryId: 'uuid',
    seat: 'text',
    verdict: 'text',
    reason: 'text',
    organizationId: 'uuid',
    byId: 'uuid',
    at: 'instant',
  },
  ['entryId', 'seat'],
);

/** 确认: the joint-conference office's word on the score of the city bureau. */
export type ScoreConfirmation = Readonly<{ unitScoreId: string; organizationId: string; byId: string; at: Date }>;

export const scoreConfirmationTable = defineTable<ScoreConfirmation>(
  'score_confirmations',
  { unitScoreId: 'uuid', organizationId: 'uuid', byId: 'uuid', at: 'instant' },
  ['unitScoreId'],
);
