import { payload, type FieldsOf } from '@onevisit/subgraph';
import type { ServiceOperation } from '../app/operation.ts';
import { findOrganization } from '../app/organization/find-organization.ts';
import { findRuleSetById } from '../app/rule-set/find-rule-set.ts';
import { appealScoreEntry } from '../app/score/appeal-score-entry.ts';
import { confirmBureauScore } from '../app/score/confirm-bureau-score.ts';
import {
  entriesOfScore,
  entryOnRecord,
  findScoreEntry,
  findUnitScore,
  listUnitScores,
  peerMedianOf,
  standingOf,
} from '../app/score/find-unit-score.ts';
import { replayScore } from '../app/score/replay-score.ts';
import { ruleScoreAppeal } from '../app/score/rule-score-appeal.ts';
import { scoreQuarter } from '../app/score/score-quarter.ts';
import { entryStatus } from '../domain/score-appeal.ts';
import {
  historyOf,
  type ScoreEntryOnRecord,
  type UnitScoreOnRecord,
  type VoteOnRecord,
} from '../domain/unit-score-record.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  ScoreAppealVoteResolvers,
  ScoreEntryResolvers,
  UnitScoreResolvers,
} from './generated.ts';
import {
  appealScoreEntryErrors,
  confirmBureauScoreErrors,
  ruleScoreAppealErrors,
  scoreQuarterErrors,
} from './unit-score.errors.ts';

export const unitScoreQueries = {
  unitScores: (_, { quarter, peerGroup, first, after }, operation) =>
    listUnitScores(operation, { quarter, peerGroup: peerGroup ?? null, first, after }),
  scoreEntry: (_, { id }, operation) => findScoreEntry(operation, id),
  scoreReplay: async (_, { unitScoreId }, operation) => {
    const replayed = await replayScore(operation, { unitScoreId });
    if (!replayed.ok) return null;
    const { contentHash } = replayed.value;
    const score = await findUnitScore(operation, unitScoreId);
    return { contentHash, isSame: score?.contentHash === contentHash };
  },
} satisfies Partial<QueryResolvers>;

export const unitScoreMutations = {
  scoreQuarter: async (_, { input }, operation) =>
    payload(operation, await scoreQuarter(operation, input), scoreQuarterErrors, ({ quarter }) =>
      Promise.resolve({ quarter }),
    ),
  appealScoreEntry: async (_, { input }, operation) =>
    payload(operation, await appealScoreEntry(operation, input), appealScoreEntryErrors, entryMadeBy(operation)),
  ruleScoreAppeal: async (_, { input }, operation) =>
    payload(operation, await ruleScoreAppeal(operation, input), ruleScoreAppealErrors, entryMadeBy(operation)),
  confirmBureauScore: async (_, { input }, operation) =>
    payload(operation, await confirmBureauScore(operation, input), confirmBureauScoreErrors, async (made) => ({
      unitScore: await findUnitScore(operation, made.unitScoreId),
    })),
} satisfies Partial<MutationResolvers>;

export const unitScoreFields: FieldsOf<UnitScoreResolvers, Omit<UnitScoreOnRecord, 'total' | 'level'>> = {
  __resolveReference: ({ id }, operation) => findUnitScore(operation, id),
  organization: ({ organizationId }, _, operation) => findOrganization(operation, { id: organizationId }),
  ruleSet: ({ ruleSetId }, _, operation) => findRuleSetById(operation, ruleSetId),
  total: async (score, _, operation) => (await standingOf(operation, score)).total,
  level: async (score, _, operation) => (await standingOf(operation, score)).level,
  lines: async (score, _, operation) => (await standingOf(operation, score)).lines,
  triggers: async (score, _, operation) => (await standingOf(operation, score)).triggers,
  totalAsDrawnUp: ({ total }) => total,
  peerMedian: (score, _, operation) => peerMedianOf(operation, score),
  entries: ({ id }, _, operation) => entriesOfScore(operation, id),
};

export const scoreEntryFields: FieldsOf<ScoreEntryResolvers, ScoreEntryOnRecord> = {
  __resolveReference: ({ id }, operation) => findScoreEntry(operation, id),
  organization: ({ organizationId }, _, operation) => findOrganization(operation, { id: organizationId }),
  unitScore: ({ unitScoreId }, _, operation) => findUnitScore(operation, unitScoreId),
  ruleSet: ({ ruleSetId }, _, operation) => findRuleSetById(operation, ruleSetId),
  status: (entry, _, { now }) => entryStatus(historyOf(entry), now),
  appeal: (entry) => {
    const { appeal } = historyOf(entry);
    return appeal && { ...appeal, votes: entry.votes };
  },
};

export const scoreAppealVoteFields: FieldsOf<ScoreAppealVoteResolvers, VoteOnRecord> = {
  organization: ({ organizationId }, _, operation) => findOrganization(operation, { id: organizationId }),
};

const entryMadeBy = (operation: ServiceOperation) => async (made: Readonly<{ entryId: string }>) => ({
  entry: await entryOnRecord(operation, made.entryId),
});
