import type { Client } from 'pg';

/** How the rows of a table are multiplied: what each copy has of its own, in SQL over `r` (the row) and `n` (the copy). */
export type Copied = Readonly<{ table: string; own: Readonly<Record<string, string>>; where?: string }>;

/** An id that keeps its time, so that copies lie where their originals do in every index. */
const idOf = (column: string): string =>
  `overlay(r.${column}::text placing substr(md5(r.${column}::text || n), 1, 12) from 25)::uuid`;

const part = { id: idOf('id'), case_id: idOf('case_id') };
const shifted = "r.registered_at + n * interval '1 second'";

/** Cases and what lists, worklists and pages of cases read. */
export const copiedTables: readonly Copied[] = [
  { table: 'cases', own: { id: idOf('id'), case_no: `r.case_no || '-' || n`, registered_at: shifted } },
  { table: 'case_scope', own: { case_id: idOf('case_id'), registered_at: shifted } },
  { table: 'deadlines', own: part, where: `r.state in ('RUNNING', 'BREACHED')` },
  { table: 'case_events', own: part, where: 'r.seq > (select c.last_seq - 3 from cases c where c.id = r.case_id)' },
  { table: 'admission_decisions', own: { ...part, notice_no: `r.notice_no || '-' || n` } },
  { table: 'handling_opinions', own: { ...part, doc_no: `r.doc_no || '-' || n` }, where: `r.state = 'DRAFT'` },
  { table: 'execution_items', own: part, where: `r.state <> 'CONFIRMED'` },
];

type Index = Readonly<{ name: string; definition: string }>;

/** Multiplies a table's rows; its indexes are made anew afterwards, which is faster than keeping them up. */
export async function multiply(client: Client, { table, own, where = 'true' }: Copied, copies: number): Promise<void> {
  const indexes = await plainIndexes(client, table);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  const columns = await columnsOf(client, table);
  await client.query(
    `insert into ${table} (${columns.join()})
     select ${columns.map((column) => own[column] ?? `r.${column}`).join()}
     from ${table} r cross join generate_series(1, ${copies}) n where ${where}`,
  );
  for (const { definition } of indexes) await client.query(definition);
}

async function columnsOf(client: Client, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Those that no constraint rests on. */
async function plainIndexes(client: Client, table: string): Promise<readonly Index[]> {
  const { rows } = await client.query<Index>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = $1::regclass and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [table],
  );
  return rows;
}
