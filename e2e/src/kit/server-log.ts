import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { homeOf, type Whereabouts } from './stack.ts';
import { ownerUrl } from './tables.ts';
import { until } from './until.ts';

/** PostgreSQL’s own log, with every statement and its values in it while it is open. */
export type ServerLog = Readonly<{
  /** The statements that PostgreSQL ran because of some work, without those that the jobs send by themselves. */
  statementsOf: <Value>(
    work: () => Promise<Value>,
  ) => Promise<Readonly<{ value: Value; statements: readonly string[] }>>;
  /** All that it has written so far but what testers asked it. */
  text: () => string;
  close: () => Promise<void>;
}>;

const tester = 'tester';

export async function openServerLog(stack: Whereabouts): Promise<ServerLog> {
  const client = new Client({ connectionString: ownerUrl(stack, 'postgres'), application_name: tester });
  await client.connect();
  const text = (): string => logsOf(stack);
  const mark = async (): Promise<string> => {
    const name = `mark ${randomUUID()}`;
    await client.query(`select '${name}'`);
    await until(async () => text().includes(name));
    return name;
  };
  const between = (from: string, to: string): readonly string[] =>
    statementsIn(text().slice(text().indexOf(from), text().indexOf(to)));

  await configure(client, "log_statement = 'all'", "log_line_prefix = '%m [%p] %a '");
  await until(async () => (await shown(client)) === 'all');
  return {
    text: () => othersIn(text()).join('\n'),
    statementsOf: async (work) => {
      const idle = await mark();
      await pause(jobsComeRoundMs);
      const begin = await mark();
      const value = await work();
      const end = await mark();
      const byThemselves = new Set(between(idle, begin));
      return { value, statements: between(begin, end).filter((sql) => !byThemselves.has(sql)) };
    },
    close: async () => {
      await configure(client, 'log_statement', 'log_line_prefix');
      await client.end();
    },
  };
}

/** The jobs look every second. */
const jobsComeRoundMs = 1_500;

/** `name = value` sets it, `name` alone takes it back. */
async function configure(client: Client, ...settings: readonly string[]): Promise<void> {
  for (const setting of settings) {
    await client.query(`alter system ${setting.includes('=') ? 'set' : 'reset'} ${setting}`);
  }
  await client.query('select pg_reload_conf()');
}

async function shown(client: Client): Promise<string> {
  const { rows } = await client.query<{ log_statement: string }>('show log_statement');
  return rows[0]?.log_statement ?? '';
}

const logsOf = (stack: Whereabouts): string =>
  globSync(join(homeOf(stack), 'pg', 'dev-*.log'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('');

/** Further lines of a statement are indented. */
const othersIn = (log: string): readonly string[] =>
  log
    .replaceAll('\n\t', ' ')
    .split('\n')
    .filter((line) => !line.includes(`] ${tester} `));

const statementsIn = (log: string): readonly string[] =>
  othersIn(log).flatMap((line) => / LOG: {2}(?:statement|execute .*?): (.*)$/.exec(line)?.[1] ?? []);
