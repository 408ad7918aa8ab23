import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fieldsOf, selected } from './columns.ts';
import { insertRow } from './repository.ts';
import { defineTable } from './table.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

type Sample = Readonly<{
  id: string;
  someText: string;
  noText: string | null;
  count: number;
  large: string;
  isOpen: boolean;
  at: Date;
  dueOn: string;
  extra: Readonly<Record<string, unknown>>;
  seal: Buffer;
  words: readonly string[];
  links: readonly string[];
  ratio: number;
}>;

const sampleTable = defineTable<Sample>('samples', {
  id: 'uuid',
  someText: 'text',
  noText: 'text?',
  count: 'integer',
  large: 'bigint',
  isOpen: 'boolean',
  at: 'instant',
  dueOn: 'day',
  extra: 'json',
  seal: 'bytes',
  words: 'texts',
  links: 'uuids',
  ratio: 'double',
});

class CreateSamples1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table samples (
        id uuid primary key, some_text text not null, no_text text, count integer not null, large bigint not null,
        is_open boolean not null, at timestamptz(3) not null, due_on date not null, extra jsonb not null,
        seal bytea not null, words text[] not null, links uuid[] not null, ratio double precision not null
      )`);
  }

  async down(): Promise<void> {
    // Forward only.
  }
}

const sample: Sample = {
  id: '01890000-0000-7000-8000-000000000001',
  someText: '“云泽”，\n\t𠮷 \\ \' "',
  noText: null,
  count: -7,
  large: '9007199254740993',
  isOpen: true,
  at: new Date('2026-05-09T01:02:03.456Z'),
  dueOn: '2026-02-28',
  extra: { b: [1, null], a: { c: '云' } },
  seal: Buffer.from([0, 255, 10]),
  words: ['a,b', '', 'NULL', '{"'],
  links: ['01890000-0000-7000-8000-000000000002'],
  ratio: 0.1,
};

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({
    name: 'onevisit_samples',
    tables: [sampleTable],
    migrations: [CreateSamples1767225600000],
    appendOnly: [],
  });
  await insertRow(database.source.manager, sampleTable, sample);
});
afterAll(() => database.drop());

describe('defineTable', () => {
  it('gives every kind of column back exactly as it went in', async () => {
    expect(await database.source.manager.find(sampleTable)).toEqual([sample]);
  });

  it('gives the reader the same, under the names of the fields', async () => {
    const text = `select ${selected(fieldsOf(sampleTable), 's')} from samples s`;
    expect(await database.reader.rows({ name: 'samples', text }, [])).toEqual([sample]);
  });
});
