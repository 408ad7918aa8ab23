import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { defineTable, idempotencyTableSql, insertRow, statement, type DatabaseDefinition } from '../index.ts';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTestDatabase, emptyTables, type TestDatabase } from './database.ts';

type Window = Readonly<{ id: string; name: string }>;
const windowTable = defineTable<Window>('windows', { id: 'uuid', name: 'text' });

class CreateWindows1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table windows (id uuid not null constraint pk_windows primary key, name text not null);
      create table stamps (at timestamptz(3) not null, window_id uuid constraint fk_stamps_window_id references windows);
      ${idempotencyTableSql}`);
  }

  async down(): Promise<void> {}
}

const definition: DatabaseDefinition = {
  name: 'onevisit_windows',
  tables: [windowTable],
  migrations: [CreateWindows1767225600000],
  appendOnly: ['stamps'],
};

const id = '01890000-0000-7000-8000-000000000001';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(definition);
});
beforeEach(() => emptyTables(database));
afterAll(() => database.drop());

describe('createTestDatabase', () => {
  it('is migrated, empty and open', async () => {
    await insertRow(database.source.manager, windowTable, { id, name: '一号窗口' });
    const names = statement<{ name: string }>('names', 'select name from windows');
    expect(await database.reader.rows(names, [])).toEqual([{ name: '一号窗口' }]);
  });

  it('connects as a role that makes, changes and drops no table', async () => {
    const attempts = [
      'create table t (a int)',
      'alter table windows add a int',
      'drop table windows',
      'create temp table t (a int)',
    ];
    for (const sql of attempts) {
      await expect(database.source.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('looks as the owner', async () => {
    expect(await database.query('select current_user = $1 as same', ['onevisit_app'])).toEqual([{ same: false }]);
    expect(await database.source.query('select current_user as name')).toEqual([{ name: 'onevisit_app' }]);
  });

  it('gives each its own database', async () => {
    const other = await createTestDatabase(definition);
    await insertRow(other.source.manager, windowTable, { id, name: 'other' });
    expect(await database.query('select * from windows')).toEqual([]);
    await other.drop();
  });

  it('is gone once it is dropped', async () => {
    const other = await createTestDatabase(definition);
    await other.drop();
    const client = new Client(other.urlAsOwner);
    await expect(client.connect()).rejects.toMatchObject({ code: '3D000' });
  });

  it('is made anew when a migration changes', async () => {
    class CreateMore1767225600001 extends CreateWindows1767225600000 {
      override async up(runner: QueryRunner): Promise<void> {
        await runner.query('create table doors (id int)');
      }
    }
    const other = await createTestDatabase({
      ...definition,
      migrations: [CreateWindows1767225600000, CreateMore1767225600001],
    });
    expect(await other.query('select * from doors')).toEqual([]);
    await other.drop();
  });

  it('has what an engine makes', async () => {
    const other = await createTestDatabase({
      ...definition,
      engine: {
        version: '1',
        prepare: async (ownerUrl, role) => {
          const client = new Client(ownerUrl);
          await client.connect();
          await client.query(
            `create schema engine; create table engine.jobs (id int); grant usage on schema engine to ${role}; grant select on engine.jobs to ${role}`,
          );
          await client.end();
        },
      },
    });
    expect(await other.source.query('select * from engine.jobs')).toEqual([]);
    await other.drop();
  });
});

describe('emptyTables', () => {
  it('removes every row, append-only ones too, whatever refers to them', async () => {
    await database.query('insert into windows values ($1, $2)', [id, 'a']);
    await database.query('insert into stamps values (now(), $1)', [id]);
    await emptyTables(database);
    expect(await database.query('select * from windows, stamps')).toEqual([]);
    expect(await database.query('select count(*)::int as migrations from schema_migrations')).toEqual([
      { migrations: 1 },
    ]);
  });

  it('leaves the tables alone that are to stay', async () => {
    await database.query('insert into windows values ($1, $2)', [id, 'a']);
    await emptyTables(database, ['windows']);
    expect(await database.query('select name from windows')).toEqual([{ name: 'a' }]);
  });
});
