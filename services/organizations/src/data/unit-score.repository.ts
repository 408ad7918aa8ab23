import { fieldsOf, insertRow, insertRows, selected } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { IndicatorValue } from '../domain/indicator-value.ts';
import type { Organization } from '../domain/organization.ts';
import type { AppealVote, ScoreAppeal } from '../domain/score-appeal.ts';
import type { UnitFact } from '../domain/unit-fact.ts';
import type { ScoreEntryOnRecord, UnitScoreOnRecord } from '../domain/unit-score-record.ts';
import type { ScoreEntry, UnitScore } from '../domain/unit-score.ts';
import { indicatorValueTable } from './indicator-value.table.ts';
import { organizationTable } from './organization.table.ts';
import { unitFactTable } from './unit-fact.table.ts';
import { scoreEntriesSql, unitScoresSql } from './unit-score.reader.ts';
import {
  appealVoteTable,
  scoreAppealTable,
  scoreConfirmationTable,
  scoreEntryTable,
  unitScoreTable,
  type ScoreConfirmation,
} from './unit-score.table.ts';
import { inForceOn } from './validity.ts';

/** A unit with the facts of its own and, of the city bureau, of its sections. */
export type FactOfUnit = UnitFact & Readonly<{ unitId: string }>;

/** What happened from one instant to another, and what came late: of an earlier time, and after the last scoring. */
type Term = Readonly<{ from: Date; before: Date; since: Date | null; until: Date }>;

export const unitScoreRepository = (manager: EntityManager) => ({
  /** Rows that cannot be changed have no lock: one scoring of a quarter at a time, one act about a score at a time. */
  lock: async (what: string): Promise<void> => {
    await manager.query(`select pg_advisory_xact_lock(hashtext('unit_scores'), hashtext($1))`, [what]);
  },

  /** The units that are compared, as they were on that day. */
  unitsOn: (day: string) =>
    manager.query<Organization[]>(
      `select ${selected(fieldsOf(organizationTable), 'o')} from organizations o
       where o.peer_group is not null and ${inForceOn('$1', 'o')} order by o.code`,
      [day],
    ),

  scoresOf: (quarter: string) => manager.query<UnitScoreOnRecord[]>(`${unitScoresSql} where s.quarter = $1`, [quarter]),

  /** What was in the ledger of indicators at that time. */
  valuesIn: (quarter: string, until: Date) =>
    manager.query<IndicatorValue[]>(
      `select ${selected(fieldsOf(indicatorValueTable), 'v')} from indicator_values v
       where v.period = $1 and v.frozen_at <= $2 order by v.code`,
      [quarter, until],
    ),

  /** What was in the ledger of facts at that time. */
  factsIn: ({ from, before, since, until }: Term) =>
    manager.query<FactOfUnit[]>(
      `select ${selected(fieldsOf(unitFactTable), 'f')},
         case when o.kind = 'PETITION_SECTION' then o.superior_id else o.id end as "unitId"
       from unit_facts f join organizations o on o.id = f.organization_id
       where f.source = 'SERVICE_FAILURE' and f.occurred_at < $2 and f.recorded_at <= $3
         and (f.occurred_at >= $1 or f.recorded_at > $4::timestamptz)
       order by f.occurred_at, f.id`,
      [from, before, until, since],
    ),

  insert: async (score: UnitScore, entries: readonly ScoreEntry[]): Promise<void> => {
    await insertRow(manager, unitScoreTable, score);
    await insertRows(manager, scoreEntryTable, entries);
  },

  scoreById: async (id: string): Promise<UnitScoreOnRecord | null> =>
    isId(id) ? ((await manager.query<UnitScoreOnRecord[]>(`${unitScoresSql} where s.id = $1`, [id]))[0] ?? null) : null,

  entryById: async (id: string): Promise<ScoreEntryOnRecord | null> =>
    isId(id)
      ? ((await manager.query<ScoreEntryOnRecord[]>(`${scoreEntriesSql} where e.id = $1`, [id]))[0] ?? null)
      : null,

  addAppeal: (appeal: ScoreAppeal) => insertRow(manager, scoreAppealTable, appeal),
  addVote: (vote: AppealVote) => insertRow(manager, appealVoteTable, vote),
  confirm: (confirmation: ScoreConfirmation) => insertRow(manager, scoreConfirmationTable, confirmation),
});
