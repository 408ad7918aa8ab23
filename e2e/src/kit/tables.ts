import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { homeOf, type Whereabouts } from './stack.ts';

export type SubgraphName = 'cases' | 'organizations' | 'staff-care' | 'innovation';

export const subgraphNames: readonly SubgraphName[] = ['cases', 'organizations', 'staff-care', 'innovation'];

type Row = Readonly<Record<string, unknown>>;

/** Looks into the tables as their owner; can change nothing. */
export type Tables = Readonly<{
  rows: <Found = Row>(subgraph: SubgraphName, sql: string, values?: readonly unknown[]) => Promise<readonly Found[]>;
  /** Names of the tables that work has changed, `cases.deadlines`; none where all was refused. */
  changedBy: (work: () => Promise<unknown>) => Promise<readonly string[]>;
  /** Everything in every column that holds this text, `cases.case_parties.name_sealed`. */
  columnsWith: (text: string) => Promise<readonly string[]>;
}>;

export const tablesOf = (stack: Whereabouts): Tables => ({
  rows: (subgraph, sql, values) => within(stack, subgraph, (client) => rowsOf(client, sql, values)),
  changedBy: async (work) => {
    const before = await fingerprints(stack);
    await work();
    const after = await fingerprints(stack);
    return [...after].filter(([table, print]) => before.get(table) !== print).map(([table]) => table);
  },
  columnsWith: async (text) => (await eachTable(stack, (client, table) => columnsHolding(client, table, text))).flat(),
});

/** The address of one database as its owner: what the installation itself has written down. */
export function ownerUrl(stack: Whereabouts, database: string): string {
  const [file] = globSync(join(homeOf(stack), 'pg', 'dev-*.json'));
  if (file === undefined) throw new Error('the installation has no PostgreSQL of its own');
  const state = JSON.parse(readFileSync(file, 'utf8')) as Readonly<{ user: string; password: string; port: number }>;
  return `postgresql://${state.user}:${encodeURIComponent(state.password)}@127.0.0.1:${state.port}/${database}`;
}

const databaseOf = (subgraph: SubgraphName): string => `onevisit_${subgraph.replaceAll('-', '_')}`;

async function within<Value>(
  stack: Whereabouts,
  subgraph: SubgraphName,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  const client = new Client({
    connectionString: ownerUrl(stack, databaseOf(subgraph)),
    options: '-c default_transaction_read_only=on',
    application_name: 'tester',
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function rowsOf<Found>(client: Client, sql: string, values: readonly unknown[] = []): Promise<readonly Found[]> {
  const { rows } = await client.query(sql, [...values]);
  return rows as Found[];
}

type Table = Readonly<{ subgraph: SubgraphName; name: string }>;

async function eachTable<Value>(
  stack: Whereabouts,
  work: (client: Client, table: Table) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (const subgraph of subgraphNames) {
    await within(stack, subgraph, async (client) => {
      const tables = await rowsOf<{ name: string }>(client, tableNames);
      for (const { name } of tables) values.push(await work(client, { subgraph, name }));
    });
  }
  return values;
}

const tableNames = `
  select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema') order by 1`;

/** A row that was written has a newer transaction's number on it; one that is gone is missing in the count. */
async function fingerprints(stack: Whereabouts): Promise<ReadonlyMap<string, string>> {
  const prints = await eachTable(stack, async (client, { subgraph, name }) => {
    const sql = `select concat_ws(' ', count(*), max(xmin::text::bigint)) as print from ${name}`;
    const [row] = await rowsOf<{ print: string }>(client, sql);
    return [`${subgraph}.${name}`.replace('.public.', '.'), row?.print ?? ''] as const;
  });
  return new Map(prints.filter(([table]) => !table.includes('.events.')));
}

async function columnsHolding(client: Client, { subgraph, name }: Table, text: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ column: string }>(
    client,
    `select distinct entry.key as column from ${name} as held, json_each_text(row_to_json(held)) as entry
     where position($1 in entry.value) > 0 order by 1`,
    [text],
  );
  return rows.map(({ column }) => `${subgraph}.${name}.${column}`.replace('.public.', '.'));
}
