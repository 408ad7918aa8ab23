import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { homeOf, type Whereabouts } from './stack.ts';
import { until } from './until.ts';

export type SubgraphName = 'cases' | 'organizations' | 'staff-care' | 'innovation';

export const subgraphNames: readonly SubgraphName[] = ['cases', 'organizations', 'staff-care', 'innovation'];

type Row = Readonly<Record<string, unknown>>;

/** Looks into the tables as their owner; can change nothing. */
export type Tables = Readonly<{
  rows: <Found = Row>(subgraph: SubgraphName, sql: string, values?: readonly unknown[]) => Promise<readonly Found[]>;
  /** Names of the tables that work has written to, `cases.deadlines`; none where all was refused. */
  changedBy: (work: () => Promise<unknown>) => Promise<readonly string[]>;
  /** Every column, the event engine's included, in which one of these texts stands: `cases.cases.case_no`. */
  columnsWith: (...texts: readonly string[]) => Promise<readonly string[]>;
}>;

export const tablesOf = (stack: Whereabouts): Tables => ({
  rows: (subgraph, sql, values) => within(stack, subgraph, (client) => rowsOf(client, sql, values)),
  changedBy: async (work) => {
    await quiet(stack);
    const since = await nextTransaction(stack);
    await work();
    return writtenSince(stack, since);
  },
  columnsWith: async (...texts) =>
    (await eachTable(stack, (client, table) => columnsHolding(client, table, texts))).flat(),
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

const tableNames = `
  select tablename as name from pg_tables where schemaname = 'public' order by 1`;

/** Names of the tables with a row that a transaction from `since` on has written. */
async function writtenSince(stack: Whereabouts, since: string): Promise<readonly string[]> {
  const found = await Promise.all(
    subgraphNames.map((subgraph) =>
      within(stack, subgraph, async (client) => {
        const tables = await rowsOf<{ name: string }>(client, tableNames);
        const looks = tables.map(
          ({ name }) =>
            `select '${subgraph}.${name}' as name where exists (select from ${name} where xmin::text::bigint >= ${since})`,
        );
        return rowsOf<{ name: string }>(client, looks.join(' union all '));
      }),
    ),
  );
  return found.flat().map(({ name }) => name);
}

/** The number of the next transaction; of all databases, as they are on one server. */
const nextTransaction = async (stack: Whereabouts): Promise<string> => {
  const sql = 'select pg_snapshot_xmax(pg_current_snapshot())::text as next';
  const [row] = await within(stack, 'cases', (client) => rowsOf<{ next: string }>(client, sql));
  return row?.next ?? '0';
};

/** What the job does by itself is done: messages go out within a second. */
const quiet = (stack: Whereabouts): Promise<void> =>
  until(async () => {
    const sql = `select 1 as waiting from outgoing_messages where state = 'PENDING'`;
    return (await within(stack, 'cases', (client) => rowsOf(client, sql))).length === 0;
  });

type Table = Readonly<{ subgraph: SubgraphName; name: string }>;

async function eachTable<Value>(
  stack: Whereabouts,
  work: (client: Client, table: Table) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (const subgraph of subgraphNames) {
    await within(stack, subgraph, async (client) => {
      const tables = await rowsOf<{ name: string }>(client, tableNamesWithEngine);
      for (const { name } of tables) values.push(await work(client, { subgraph, name }));
    });
  }
  return values;
}

const tableNamesWithEngine = `
  select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema') order by 1`;

async function columnsHolding(
  client: Client,
  { subgraph, name }: Table,
  texts: readonly string[],
): Promise<readonly string[]> {
  const rows = await rowsOf<{ column: string }>(
    client,
    `select distinct entry.key as column
     from ${name} as held, json_each_text(row_to_json(held)) as entry, unnest($1::text[]) as sought
     where position(sought in entry.value) > 0 order by 1`,
    [texts],
  );
  return rows.map(({ column }) => `${subgraph}.${name}.${column}`.replace('.public.', '.'));
}
