import { insertRow, insertRows, updateRow, type Table } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { CaseFile } from '../domain/case-file.ts';
import { caseTable } from './case.table.ts';
import { deadlineTable } from './deadline.table.ts';
import { rowsFromJson } from './json-rows.ts';
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

type Part = { readonly id: string; readonly version?: number };
type ListName = { [Name in keyof CaseFile]: CaseFile[Name] extends readonly Part[] ? Name : never }[keyof CaseFile];

/** The parts of a file that are rows of their own, in the order in which they can be written. */
const parts: readonly Readonly<{ name: ListName; table: Table<Part>; orderBy: string }>[] = [
  part('claims', claimTable, 'ordinal'),
  part('contacts', contactTable, 'ordinal'),
  part('parties', casePartyTable, 'ordinal'),
  part('deadlines', deadlineTable, 'started_at, id'),
  part('referrals', referralTable, 'hop'),
  part('objections', objectionTable, 'raised_at, id'),
  part('disputes', competenceDisputeTable, 'raised_at, id'),
  part('contests', contestTable, 'requested_at, id'),
  part('heard', petitionerHeardTable, 'at, id'),
  part('opinions', handlingOpinionTable, 'drafted_at, id'),
  part('deliveries', deliveryTable, 'delivered_at, id'),
  part('executionItems', executionItemTable, 'id'),
  part('confirmations', resultConfirmationTable, 'confirmed_at'),
  part('failures', serviceFailureTable, 'occurred_at, id'),
];

function part<Row extends Part>(name: ListName, table: Table<Row>, orderBy: string) {
  return { name, table: table as unknown as Table<Part>, orderBy };
}

/** A case with all that belongs to it, read and written as one. */
export const caseFileRepository = (manager: EntityManager) => ({
  /** The file under the lock of its case, until the transaction ends. */
  locked: (caseId: string): Promise<CaseFile | null> => lockedBy(manager, 'c.id = any($1)', caseId),

  /** Likewise, by an execution item of the case. */
  lockedWithItem: (executionItemId: string): Promise<CaseFile | null> =>
    lockedBy(manager, 'c.id = (select case_id from execution_items where id = any($1))', executionItemId),

  /** Likewise, by a row of another table; null at once where another transaction holds the case. */
  lockedOrSkipWith: (table: 'deadlines' | 'result_confirmations', id: string): Promise<CaseFile | null> =>
    lockedBy(manager, `c.id = (select case_id from ${table} where id = any($1))`, id, 'skip locked'),

  /** The cases that are in a handler's hands. */
  idsInHandsOf: async (staffId: string): Promise<readonly string[]> => {
    const rows = await manager.query<{ id: string }[]>(
      `select id from cases where handler_id = $1 and status = 'IN_HANDLING' order by id`,
      [staffId],
    );
    return rows.map(({ id }) => id);
  },

  insert: async (file: CaseFile): Promise<void> => {
    await insertRow(manager, caseTable, file.case);
    for (const { name, table } of parts) await insertRows(manager, table, file[name]);
    await insertAdmission(manager, null, file);
    await insertRespondents(manager, file);
    await insertScopes(manager, file, file.scopes);
  },

  /** Writes what a step has changed, and nothing else. */
  update: async (before: CaseFile, after: CaseFile): Promise<void> => {
    await updateRow(manager, caseTable, before.case, after.case);
    for (const { name, table } of parts) await updatePart(manager, table, before[name], after[name]);
    await insertAdmission(manager, before, after);
    const gained = after.scopes.filter((scope) => !before.scopes.includes(scope));
    if (before.case.status !== after.case.status) {
      await manager.query('update case_scope set status = $2 where case_id = $1', [after.case.id, after.case.status]);
    }
    await insertScopes(manager, after, gained);
  },
});

async function lockedBy(
  manager: EntityManager,
  condition: string,
  id: string,
  wait: '' | 'skip locked' = '',
): Promise<CaseFile | null> {
  // What cannot be an id is the id of nothing, and must not reach a column of ids.
  const [locked] = await manager.query<{ id: string }[]>(
    `select c.id from cases c where ${condition} for update ${wait}`,
    [[id].filter(isId)],
  );
  return locked ? readFile(manager, locked.id) : null;
}

const listOf = ({ table, orderBy }: (typeof parts)[number]): string =>
  `(select coalesce(jsonb_agg(to_jsonb(p) order by p.${orderBy.split(', ').join(', p.')}), '[]')
    from ${table.options.tableName ?? ''} p where p.case_id = c.id)`;

/** A file is read as JSON, one row for each case; what follows says of which. */
export const fileStatement = (condition: string): string => `
  select to_jsonb(c) as "case",
    ${parts.map((each) => `${listOf(each)} as "${each.name}"`).join(',\n    ')},
    (select coalesce(jsonb_agg(to_jsonb(a) order by a.decided_at, a.id), '[]') from admission_decisions a where a.case_id = c.id) as "admissions",
    array(select organization_id from case_respondents where case_id = c.id)::text[] as "respondentIds",
    array(select staff_id from case_recusals where case_id = c.id)::text[] as "recusedStaffIds",
    array(select scope from case_scope where case_id = c.id) as "scopes"
  from cases c ${condition}`;

export type FileRow = Readonly<
  Record<ListName | 'admissions', readonly object[]> & {
    case: object;
    respondentIds: readonly string[];
    recusedStaffIds: readonly string[];
    scopes: readonly string[];
  }
>;

const oneFile = fileStatement('where c.id = $1');

async function readFile(manager: EntityManager, caseId: string): Promise<CaseFile | null> {
  const [row] = await manager.query<FileRow[]>(oneFile, [caseId]);
  return row ? fileFrom(row) : null;
}

export function fileFrom(row: FileRow): CaseFile {
  const [subject] = rowsFromJson(caseTable, [row.case]);
  const admission = rowsFromJson(admissionDecisionTable, row.admissions).at(-1);
  const lists = Object.fromEntries(parts.map(({ name, table }) => [name, rowsFromJson(table, row[name])]));
  const { respondentIds, recusedStaffIds, scopes } = row;
  return {
    ...lists,
    case: subject,
    admission: admission ?? null,
    respondentIds,
    recusedStaffIds,
    scopes,
  } as CaseFile;
}

async function updatePart(
  manager: EntityManager,
  table: Table<Part>,
  before: readonly Part[],
  after: readonly Part[],
): Promise<void> {
  const known = new Map(before.map((row) => [row.id, row]));
  await insertRows(
    manager,
    table,
    after.filter(({ id }) => !known.has(id)),
  );
  for (const row of after) {
    const old = known.get(row.id);
    if (old && old !== row && isVersioned(old) && isVersioned(row)) {
      await updateRow(manager, table as unknown as Table<Versioned & ObjectLiteral>, old, row);
    }
  }
}

type Versioned = Part & { readonly version: number };
const isVersioned = (row: Part): row is Versioned => row.version !== undefined;

async function insertAdmission(manager: EntityManager, before: CaseFile | null, after: CaseFile): Promise<void> {
  const known = before?.admission ?? null;
  if (!after.admission || known === after.admission) return;
  if (known?.id === after.admission.id) await updateRow(manager, admissionDecisionTable, known, after.admission);
  else await insertRow(manager, admissionDecisionTable, after.admission);
}

async function insertRespondents(manager: EntityManager, file: CaseFile): Promise<void> {
  if (file.respondentIds.length === 0) return;
  await manager.query(
    'insert into case_respondents (case_id, organization_id) select $1, unnest($2::uuid[]) on conflict do nothing',
    [file.case.id, file.respondentIds],
  );
}

async function insertScopes(manager: EntityManager, file: CaseFile, scopes: readonly string[]): Promise<void> {
  if (scopes.length === 0) return;
  await manager.query(
    `insert into case_scope (scope, case_id, registered_at, status) select unnest($1::text[]), $2, $3, $4
     on conflict do nothing`,
    [scopes, file.case.id, file.case.registeredAt, file.case.status],
  );
}
