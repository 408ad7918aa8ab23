import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { dropDatabase } from './template.ts';

const prefix = 'testing_';
const longestRun = 3_600_000;

/** Says when it was made, so that what a killed run left can be told. */
export const newDatabaseName = (): string => `${prefix}${Date.now()}_${randomBytes(6).toString('hex')}`;

/** Drops the databases of runs that ended without doing so. */
export async function dropLeftovers(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { name } of rows) if (isLeftOver(name)) await dropDatabase(client, name);
}

const isLeftOver = (name: string): boolean => Number(name.split('_')[1]) < Date.now() - longestRun;
