import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { PeerGroup } from '../domain/organization.ts';
import type { ScoreEntryOnRecord, UnitScoreOnRecord } from '../domain/unit-score-record.ts';
import { scoreEntryTable, unitScoreTable } from './unit-score.table.ts';

const scoreColumns = selected(fieldsOf(unitScoreTable), 's');
const entryColumns = selected(fieldsOf(scoreEntryTable), 'e');

/** A score with what a panel of three has taken back: two votes decide. */
export const unitScoresSql = `
  select ${scoreColumns}, o.code as "organizationCode", confirmation.at as "confirmedAt", coalesce(overturned.items, '[]') as overturned
  from unit_scores s
  join organizations o on o.id = s.organization_id
  left join score_confirmations confirmation on confirmation.unit_score_id = s.id
  left join lateral (
    select jsonb_agg(jsonb_build_object('item', e.item, 'factId', e.fact_id) order by e.id) as items
    from score_entries e
    where e.unit_score_id = s.id
      and (select count(*) from score_appeal_votes v where v.entry_id = e.id and v.verdict = 'OVERTURN') >= 2
  ) overturned on true
`;

/** An entry with its appeal and the votes on it. */
export const scoreEntriesSql = `
  select ${entryColumns}, s.appeal_until as "appealUntil", s.peer_group as "peerGroup", s.rule_set_id as "ruleSetId",
    confirmation.unit_score_id is not null as "isConfirmed", appeal.entry_id as "appealedId", appeal.grounds,
    appeal.by_id as "appealById", appeal.at as "appealedAt", appeal.decide_by as "decideBy", coalesce(panel.votes, '[]') as votes
  from score_entries e
  join unit_scores s on s.id = e.unit_score_id
  left join score_confirmations confirmation on confirmation.unit_score_id = s.id
  left join score_appeals appeal on appeal.entry_id = e.id
  left join lateral (
    select jsonb_agg(
      jsonb_build_object('seat', v.seat, 'verdict', v.verdict, 'reason', v.reason, 'organizationId', v.organization_id)
      order by v.seat
    ) as votes
    from score_appeal_votes v where v.entry_id = e.id
  ) panel on true
`;

const byIds = statement<UnitScoreOnRecord>('unit-scores-by-id', `${unitScoresSql} where s.id = any($1)`);

const page = statement<UnitScoreOnRecord>(
  'unit-scores-after',
  `${unitScoresSql}
   where s.quarter = $1 and ($2::text is null or s.peer_group = $2) and o.code > $3
   order by o.code limit $4`,
);

const ofOrganizations = statement<UnitScoreOnRecord>(
  'unit-scores-by-organization',
  `${unitScoresSql} where s.quarter = $1 and s.organization_id = any($2)`,
);

const entriesOfScores = statement<ScoreEntryOnRecord>(
  'score-entries-by-unit-score',
  `${scoreEntriesSql} where e.unit_score_id = any($1) order by e.unit_score_id, e.id`,
);

const entriesByIds = statement<ScoreEntryOnRecord>('score-entries-by-id', `${scoreEntriesSql} where e.id = any($1)`);

const medians = statement<Readonly<{ peerGroup: PeerGroup; median: number }>>(
  'unit-score-medians',
  `select s.peer_group as "peerGroup", percentile_cont(0.5) within group (order by s.total) as median
   from unit_scores s where s.quarter = $1 and s.peer_group = any($2) and s.peer_group <> 'CITY_BUREAU'
   group by s.peer_group`,
);

export type UnitScorePage = Readonly<{
  quarter: string;
  peerGroup: PeerGroup | null;
  afterCode: string;
  limit: number;
}>;

export const unitScoreReader = ({ rows }: Reader) => ({
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),
  page: ({ quarter, peerGroup, afterCode, limit }: UnitScorePage) => rows(page, [quarter, peerGroup, afterCode, limit]),
  ofOrganizations: (quarter: string, organizationIds: readonly string[]) =>
    rows(ofOrganizations, [quarter, organizationIds]),
  entriesOf: (unitScoreIds: readonly string[]) => rows(entriesOfScores, [unitScoreIds]),
  entriesByIds: (ids: readonly string[]) => rows(entriesByIds, [ids]),
  /** The middle of each peer group's totals; the city bureau has no peer. */
  medians: (quarter: string, peerGroups: readonly string[]) => rows(medians, [quarter, peerGroups]),
});
