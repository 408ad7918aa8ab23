import { escapeIdentifier, type Client } from 'pg';
import type { DatabaseDefinition } from '../database.ts';
import { prepareDatabase } from '../migrate.ts';
import { connected } from './administration.ts';
import { fingerprint } from './fingerprint.ts';
import type { TestServer } from './server.ts';

/** Name of a migrated database to copy from; made by the first who needs it, and again when a migration changes. */
export async function templateOf(server: TestServer, definition: DatabaseDefinition): Promise<string> {
  const name = `template_${definition.name}_${await fingerprint(definition)}`;
  await connected(server.urlOf('postgres'), async (client) => {
    if (await isTemplate(client, name)) return;
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    if (await isTemplate(client, name)) return;
    await dropDatabase(client, name);
    await prepareDatabase({ ...definition, name }, server.urlOf, server.applicationRole);
    await client.query(`alter database ${escapeIdentifier(name)} with is_template true allow_connections false`);
    await dropOldTemplates(client, definition.name);
  });
  return name;
}

/** One whose making was broken off is none. */
async function isTemplate(client: Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name]);
  return rowCount === 1;
}

/** The newest few stay: another branch, or a run that began before the change, may be using them. */
async function dropOldTemplates(client: Client, database: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datistemplate and datname like $1 order by oid desc offset 4`,
    [`template\\_${database}\\_%`],
  );
  for (const { name } of rows) {
    await client.query(`alter database ${escapeIdentifier(name)} with is_template false`);
    await dropDatabase(client, name);
  }
}

export const dropDatabase = (client: Client, name: string) =>
  client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
