import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { DataSource } from 'typeorm';
import type { DatabaseDefinition } from './database.ts';

/** The role that services connect as: it owns nothing and has no DDL. */
export type ApplicationRole = Readonly<{ name: string; password: string }>;

// One key for all databases is right: advisory locks are per database.
const migrationLock = 7_261_001n;

/** Creates the database if it is missing, brings it up to date under a lock, and grants the application its rights. */
export async function prepareDatabase(
  definition: DatabaseDefinition,
  urlOf: (database: string) => string,
  role: ApplicationRole | null = null,
): Promise<void> {
  await createDatabase(definition.name, urlOf('postgres'), role);
  const client = new Client({ connectionString: urlOf(definition.name), application_name: 'migrate' });
  await client.connect();
  try {
    await client.query(`set lock_timeout = '120s'`);
    await client.query('select pg_advisory_lock($1)', [migrationLock.toString()]);
    await runMigrations(definition, urlOf(definition.name));
    if (role) await grant(client, definition, role);
  } finally {
    await client.end();
  }
}

async function createDatabase(name: string, adminUrl: string, role: ApplicationRole | null): Promise<void> {
  const client = new Client({ connectionString: adminUrl, application_name: 'migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock.toString()]);
    if (role) await ensureRole(client, role);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, role: ApplicationRole): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role.name]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${escapeIdentifier(role.name)} login password ${escapeLiteral(role.password)}`);
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

/** Rows of the append-only tables can be added and read, and nothing else. */
async function grant(client: Client, { appendOnly }: DatabaseDefinition, role: ApplicationRole): Promise<void> {
  const name = escapeIdentifier(role.name);
  await client.query(`grant usage on schema public to ${name}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${name}`);
  await client.query(`grant usage, select on all sequences in schema public to ${name}`);
  for (const table of [...appendOnly, 'schema_migrations']) {
    await client.query(`revoke update, delete, truncate on ${escapeIdentifier(table)} from ${name}`);
  }
}
