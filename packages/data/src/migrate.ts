import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { DataSource } from 'typeorm';
import type { DatabaseDefinition } from './database.ts';
import { codeOf } from './error-code.ts';
import { urlWith } from './postgres/index.ts';

/** The role that services connect as: it owns nothing and has no DDL. Without a password here, it exists already. */
export type ApplicationRole = Readonly<{ name: string; password: string | null }>;

// One key for all databases is right: advisory locks are per database.
const migrationLock = 7_261_001n;

/** Creates the database if it is missing, brings it up to date under a lock, and grants the application its rights. */
export async function prepareDatabase(
  definition: DatabaseDefinition,
  urlOf: (database: string) => string,
  role: ApplicationRole | null = null,
): Promise<void> {
  const url = urlOf(definition.name);
  await createDatabase(url, role);
  await underMigrationLock(url, async (client) => {
    await runMigrations(definition, url);
    await definition.engine?.prepare(url, role?.name ?? null);
    if (role) await grant(client, definition, role);
  });
}

async function createDatabase(url: string, role: ApplicationRole | null): Promise<void> {
  const newPassword = role?.password ?? null;
  if (newPassword === null && (await exists(url))) return;
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  await underMigrationLock(urlWith(url, 'postgres'), async (client) => {
    if (role && newPassword !== null) await ensureRole(client, role.name, newPassword);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`);
  });
}

/** Whether the database can be reached: where somebody else made it, ours may be no role that can make any. */
async function exists(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, application_name: 'migrate' });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (codeOf(error) === missingDatabase) return false;
    throw error;
  } finally {
    await client.end();
  }
}

const missingDatabase = '3D000';

async function underMigrationLock(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'migrate' });
  await client.connect();
  try {
    await client.query(`set lock_timeout = '120s'`);
    await client.query('select pg_advisory_lock($1)', [migrationLock.toString()]);
    await work(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${escapeIdentifier(name)} login password ${escapeLiteral(password)}`);
}

async function runMigrations(definition: DatabaseDefinition, url: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...definition.migrations],
    migrationsTableName: 'schema_migrations',
    installExtensions: false,
  });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

/**
 * Rows of the append-only tables can be added and read, and nothing else. All at once, so that there is no moment in
 * which the application could do more.
 */
async function grant(client: Client, { appendOnly }: DatabaseDefinition, role: ApplicationRole): Promise<void> {
  const name = escapeIdentifier(role.name);
  const keptAsTheyAre = [...appendOnly, 'schema_migrations'].map((table) => escapeIdentifier(table)).join(', ');
  await client.query(`
    begin;
    revoke temporary on database ${escapeIdentifier(client.database ?? '')} from public;
    grant usage on schema public to ${name};
    grant select, insert, update, delete on all tables in schema public to ${name};
    grant usage, select on all sequences in schema public to ${name};
    revoke update, delete, truncate on ${keptAsTheyAre} from ${name};
    revoke insert on schema_migrations from ${name};
    commit`);
}
