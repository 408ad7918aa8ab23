import { escapeIdentifier, Pool } from 'pg';
import { openDatabase, type Database, type DatabaseDefinition } from '../database.ts';
import { connected } from './administration.ts';
import { dropLeftovers, newDatabaseName } from './leftovers.ts';
import { testServer } from './server.ts';
import { dropDatabase, templateOf } from './template.ts';

/** A migrated database of its own, opened as the application, that may not do more than in production. */
export type TestDatabase = Database &
  Readonly<{
    /** Runs SQL as the owner of the tables: for looking, and for states that no verb makes. */
    query: <Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
    urlAsOwner: string;
    /** Closes and removes it. */
    drop: () => Promise<void>;
  }>;

/** The same in every test. It recognises nothing anywhere else. */
export const testRequestKey = Buffer.alloc(32, 'request');

export async function createTestDatabase(definition: DatabaseDefinition, connections = 4): Promise<TestDatabase> {
  const server = await testServer();
  const template = await templateOf(server, definition);
  const name = newDatabaseName();
  await connected(server.urlOf('postgres'), async (client) => {
    await dropLeftovers(client);
    await client.query(`create database ${name} template ${escapeIdentifier(template)} strategy ${server.copying}`);
    // Rights on the database itself are the only ones that a copy does not take over.
    await client.query(`revoke temporary on database ${name} from public`);
  });
  const database = await openDatabase(definition, server.applicationUrlOf(name), {
    requestKey: testRequestKey,
    connections,
  });
  const owner = new Pool({ connectionString: server.urlOf(name), max: 2, application_name: 'testing' });
  owner.on('error', () => undefined);
  return {
    ...database,
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await owner.query(sql, [...values])).rows as Row[],
    urlAsOwner: server.urlOf(name),
    drop: async () => {
      await Promise.all([database.close(), owner.end()]);
      await connected(server.urlOf('postgres'), (client) => dropDatabase(client, name));
    },
  };
}

/** Removes every row, of append-only tables too, but for those of the tables that are to stay as migrated. */
export async function emptyTables(database: TestDatabase, kept: readonly string[] = []): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> all ($1)`,
    [['schema_migrations', ...kept]],
  );
  // As a replica the server runs no trigger and checks no foreign key. DELETE is ten times faster than TRUNCATE here.
  const deletes = tables.map(({ name }) => `delete from ${name};`);
  await database.query(`begin; set local session_replication_role = replica; ${deletes.join(' ')} commit`);
}
