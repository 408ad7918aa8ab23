import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';
import { definition } from './testing/windows.ts';
import { toldError } from './told-error.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(definition);
});
afterAll(() => database.drop());

const failed = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('toldError', () => {
  it('tells which constraint was broken, and not over what', async () => {
    const insert = `insert into windows values (gen_random_uuid(), 1, $1, now(), '{}')`;
    await database.source.query(insert, ['张三']);
    const told = toldError(await failed(database.source.query(insert, ['张三'])));
    expect(told).toContain('code=23505');
    expect(told).toContain('constraint=uq_windows_name');
    expect(told).toMatch(/\n {4}at /);
    expect(told).not.toContain('张三');
  });

  it.each([
    ['a value that is none', `select $1::int`],
    ['a value in the statement', `select '张三'::int`],
  ])('does not repeat %s', async (_what, sql) => {
    const told = toldError(await failed(database.source.query(sql, sql.includes('$1') ? ['张三'] : [])));
    expect(told).toContain('code=22P02');
    expect(told).not.toContain('张三');
  });

  it('tells other errors whole, with their causes', async () => {
    const cause = await failed(database.source.query(`select '张三'::int`));
    const told = toldError(new Error('the reader failed', { cause }));
    expect(told).toMatch(/the reader failed[^]*caused by QueryFailedError code=22P02/);
    expect(told).not.toContain('张三');
  });

  it('does not repeat what is no error', () => {
    expect(toldError('张三')).toBe('thrown: string');
  });
});
