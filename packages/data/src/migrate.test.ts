import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { DatabaseDefinition } from './database.ts';
import { prepareDatabase } from './migrate.ts';
import { connected } from './testing/administration.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';
import { testServer, type TestServer } from './testing/server.ts';
import { definition } from './testing/windows.ts';

describe('the application role', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase(definition);
    await database.query(`insert into stamps values (gen_random_uuid(), 'opened')`);
  });
  afterAll(() => database.drop());

  it('adds to append-only tables and reads them', async () => {
    await database.source.query(`insert into stamps values (gen_random_uuid(), 'closed')`);
    expect(await database.source.query('select event from stamps order by event')).toEqual([
      { event: 'closed' },
      { event: 'opened' },
    ]);
  });

  it.each([
    `update stamps set event = 'forged'`,
    'delete from stamps',
    'truncate stamps',
    'truncate windows',
    'update schema_migrations set name = name',
    'delete from schema_migrations',
    `insert into schema_migrations (timestamp, name) values (1, 'forged')`,
    'alter table stamps disable trigger all',
    'create table mine (id int)',
    'create schema mine',
    'drop table stamps',
    'set session_replication_role = replica',
    'create role another',
  ])('may not: %s', async (sql) => {
    await expect(database.source.query(sql)).rejects.toMatchObject({ code: '42501' });
    expect(await database.query(`select count(*)::int as forged from stamps where event = 'forged'`)).toEqual([
      { forged: 0 },
    ]);
  });
});

describe('prepareDatabase', () => {
  let server: TestServer;
  const made: string[] = [];

  const aDefinition = (overrides: Partial<DatabaseDefinition> = {}): DatabaseDefinition => {
    const name = `testing_${Date.now()}_${randomBytes(6).toString('hex')}`;
    made.push(name);
    return { ...definition, name, ...overrides };
  };
  const prepare = (of: DatabaseDefinition) => prepareDatabase(of, server.urlOf, server.applicationRole);
  const rowsOf = (of: DatabaseDefinition, sql: string) =>
    connected(server.urlOf(of.name), async (client) => (await client.query<object>(sql)).rows);

  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() =>
    connected(server.urlOf('postgres'), async (client) => {
      for (const name of made) await client.query(`drop database if exists ${name} with (force)`);
    }),
  );

  it('runs every migration once, though four processes migrate at a time', async () => {
    const of = aDefinition();
    await Promise.all([prepare(of), prepare(of), prepare(of), prepare(of)]);
    await prepare(of);
    expect(await rowsOf(of, 'select name from schema_migrations')).toEqual([{ name: 'CreateWindows1767225600000' }]);
  });

  it('keeps nothing of a migration that fails, and what came before it stays', async () => {
    const of = aDefinition({ migrations: [...definition.migrations, Broken1767225600001] });
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await expect(prepare(of)).rejects.toThrow('does_not_exist');
    jest.restoreAllMocks();
    expect(await rowsOf(of, `select to_regclass('doors') as doors, to_regclass('windows')::text as windows`)).toEqual([
      { doors: null, windows: 'windows' },
    ]);
  });

  it('adds what is new to a database that is in use', async () => {
    const of = aDefinition();
    await prepare(of);
    const client = new Client(server.applicationUrlOf(of.name));
    await client.connect();
    await prepare({ ...of, migrations: [...of.migrations, CreateDoors1767225600001] });
    expect((await client.query('select * from doors')).rows).toEqual([]);
    await client.end();
  });

  it('uses a database that somebody else has made, and asks for no role', async () => {
    const of = aDefinition();
    await connected(server.urlOf('postgres'), (client) => client.query(`create database ${of.name}`));
    await prepareDatabase(of, server.urlOf);
    expect(await rowsOf(of, 'select count(*)::int as windows from windows')).toEqual([{ windows: 0 }]);
  });
});

class CreateDoors1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table doors (id int)');
  }

  async down(): Promise<void> {
    // Forward only.
  }
}

class Broken1767225600001 extends CreateDoors1767225600001 {
  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await runner.query('select * from does_not_exist');
  }
}
