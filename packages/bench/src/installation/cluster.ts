import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePostgres } from '@onevisit/data';
import { Client } from 'pg';

/** An installation's own PostgreSQL server while it runs. */
export type Cluster = Readonly<{
  home: string;
  postmaster: number;
  logFile: string;
  ownerUrlOf: (database: string) => string;
  applicationUrlOf: (database: string) => string;
  stop: () => Promise<void>;
}>;

/** Starts the server of an installation, so that none of those who use it is charged for it. */
export async function startCluster(home: string): Promise<Cluster> {
  const postgres = await ensurePostgres({ home, name: 'dev' });
  const { dataDirectory, urlOf, applicationUrlOf, stop } = postgres;
  if (dataDirectory === null) throw new Error('DATABASE_URL is set: the benchmark needs servers of its own');
  // What tidies up in the background would be charged to whoever is measured at that moment.
  await runSql(urlOf('postgres'), ['alter system set autovacuum = off', 'select pg_reload_conf()']);
  return {
    home,
    postmaster: Number(readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]),
    logFile: `${dataDirectory}.log`,
    ownerUrlOf: urlOf,
    applicationUrlOf,
    stop,
  };
}

/** Runs statements one by one over a connection of their own. */
export async function runSql(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
