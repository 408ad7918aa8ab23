import { nestedQuery, query } from '@onevisit/kernel';
import { page, type PageRequest } from '@onevisit/data';
import type { PeerGroup } from '../../domain/organization.ts';
import { standing, type ScoreEntryOnRecord, type UnitScoreOnRecord } from '../../domain/unit-score-record.ts';
import type { ServiceRead } from '../operation.ts';
import { findRuleSetById } from '../rule-set/find-rule-set.ts';

type Question = PageRequest & Readonly<{ quarter: string; peerGroup: PeerGroup | null }>;

/** The scores of a quarter in the order of the organizations' codes: nobody is ranked. */
export const listUnitScores = query(
  'score:read',
  ({ read }: ServiceRead, { quarter, peerGroup, ...request }: Question) =>
    page(
      request,
      ['string'],
      (after, limit) => read.unitScores.page({ quarter, peerGroup, afterCode: String(after?.[0] ?? ''), limit }),
      ({ organizationCode }) => [organizationCode],
    ),
);

export const findUnitScore = query('score:read', ({ load }: ServiceRead, id: string) => load.unitScores.byId.load(id));

export const scoreOfOrganization = nestedQuery(
  'score:read',
  ({ load }: ServiceRead, { organizationId, quarter }: Readonly<{ organizationId: string; quarter: string }>) =>
    load.unitScores.ofOrganization({ quarter }).load(organizationId),
);

/** The score as it stands now. */
export const standingOf = query('score:read', async (read: ServiceRead, score: UnitScoreOnRecord) => {
  const ruleSet = await findRuleSetById(read, score.ruleSetId);
  if (!ruleSet) throw new Error(`no rule set ${score.ruleSetId}`);
  return standing(score, ruleSet.document);
});

/** 同组中位数 of the totals as they were drawn up; null of the city bureau. */
export const peerMedianOf = query('score:read', async ({ load }: ServiceRead, score: UnitScoreOnRecord) => {
  const found = await load.unitScores.medianOf({ quarter: score.quarter }).load(score.peerGroup);
  return found?.median ?? null;
});

export const entriesOfScore = query('score:read', ({ load }: ServiceRead, unitScoreId: string) =>
  load.unitScores.entriesOf.load(unitScoreId),
);

/** The entry that a verb has just written about. */
export async function entryOnRecord({ load }: ServiceRead, id: string): Promise<ScoreEntryOnRecord> {
  const entry = await load.unitScores.entryById.load(id);
  if (!entry) throw new Error(`no score entry ${id}`);
  return entry;
}

export const findScoreEntry = query('score:read', ({ load }: ServiceRead, id: string) =>
  load.unitScores.entryById.load(id),
);
