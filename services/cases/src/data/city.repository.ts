import { fieldsOf, snakeCase, type Table } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { CaseEvent } from '../domain/case-event.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { Capability } from '../domain/capability.ts';
import { capabilityTable } from './capability.table.ts';
import { caseEventTable } from './case-event.table.ts';
import { caseTextTable } from './case-text.table.ts';
import { caseTable } from './case.table.ts';
import { deadlineTable } from './deadline.table.ts';
import {
  admissionDecisionTable,
  casePartyTable,
  claimTable,
  competenceDisputeTable,
  contestTable,
  contactTable,
  deliveryTable,
  executionItemTable,
  handlingOpinionTable,
  objectionTable,
  petitionerHeardTable,
  referralTable,
  resultConfirmationTable,
  serviceFailureTable,
} from './part.table.ts';

/** A case with its whole history, as it is written at once. */
export type CaseRecord = Readonly<{
  file: CaseFile;
  events: readonly CaseEvent[];
  wrappedKey: string;
  narrativeSealed: string;
  codeHash: string;
}>;

/** Writes many cases at once, in one statement for each table. */
export const cityRepository = (manager: EntityManager) => ({
  /** Whether this load is the first of its name; another that is under way is waited for. */
  begin: async (name: string, at: Date): Promise<boolean> => {
    const begun = await manager.query<unknown[]>(
      'insert into city_loads (name, loaded_at) values ($1, $2) on conflict do nothing returning name',
      [name, at],
    );
    return begun.length > 0;
  },

  insertAll: async (records: readonly CaseRecord[]): Promise<void> => {
    for (const { table, rows } of batchesOf(records)) await insertBatch(manager, table, rows);
  },
});

type Batch = Readonly<{ table: string; rows: readonly object[] }>;

/** In the order in which rows can refer to one another. */
function batchesOf(records: readonly CaseRecord[]): readonly Batch[] {
  const files = records.map(({ file }) => file);
  return [
    batch(
      caseTable,
      files.map((file) => file.case),
    ),
    { table: 'case_keys', rows: records.map(({ file, wrappedKey }) => ({ ...ofCase(file), wrapped_key: wrappedKey })) },
    batch(
      caseTextTable,
      records.map(({ file, narrativeSealed }) => ({ caseId: file.case.id, narrativeSealed })),
    ),
    { table: 'case_scope', rows: files.flatMap(scopesOf) },
    { table: 'case_respondents', rows: files.flatMap(respondentsOf) },
    batch(capabilityTable, records.map(capabilityOf)),
    batch(
      claimTable,
      files.flatMap((file) => file.claims),
    ),
    batch(
      contactTable,
      files.flatMap((file) => file.contacts),
    ),
    batch(
      casePartyTable,
      files.flatMap((file) => file.parties),
    ),
    batch(
      deadlineTable,
      files.flatMap((file) => file.deadlines),
    ),
    batch(
      referralTable,
      files.flatMap((file) => file.referrals),
    ),
    batch(
      objectionTable,
      files.flatMap((file) => file.objections),
    ),
    batch(
      competenceDisputeTable,
      files.flatMap((file) => file.disputes),
    ),
    batch(
      admissionDecisionTable,
      files.flatMap(({ admission }) => admission ?? []),
    ),
    batch(
      contestTable,
      files.flatMap((file) => file.contests),
    ),
    batch(
      petitionerHeardTable,
      files.flatMap((file) => file.heard),
    ),
    batch(
      handlingOpinionTable,
      files.flatMap((file) => file.opinions),
    ),
    batch(
      deliveryTable,
      files.flatMap((file) => file.deliveries),
    ),
    batch(
      executionItemTable,
      files.flatMap((file) => file.executionItems),
    ),
    batch(
      resultConfirmationTable,
      files.flatMap((file) => file.confirmations),
    ),
    batch(
      serviceFailureTable,
      files.flatMap((file) => file.failures),
    ),
    batch(
      caseEventTable,
      records.flatMap(({ events }) => events),
    ),
  ];
}

function batch<Row extends object>(table: Table<Row>, rows: readonly Row[]): Batch {
  const columns = fieldsOf(table).map((field) => [field, snakeCase(field)] as const);
  return {
    table: table.options.tableName ?? table.options.name,
    rows: rows.map((row) => Object.fromEntries(columns.map(([field, column]) => [column, row[field]]))),
  };
}

const ofCase = ({ case: { id } }: CaseFile) => ({ case_id: id });

const scopesOf = (file: CaseFile): readonly object[] =>
  file.scopes.map((scope) => ({
    ...ofCase(file),
    scope,
    registered_at: file.case.registeredAt,
    status: file.case.status,
  }));

const respondentsOf = (file: CaseFile): readonly object[] =>
  file.respondentIds.map((organization_id) => ({ ...ofCase(file), organization_id }));

const capabilityOf = ({ file, codeHash }: CaseRecord): Capability => ({
  id: file.case.id,
  codeHash,
  setupTokenHash: null,
  setupExpiresAt: null,
  pinHash: null,
  version: 1,
});

/** The rows travel as one JSON document, which the server reads into the table's own columns and types. */
async function insertBatch(manager: EntityManager, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}
