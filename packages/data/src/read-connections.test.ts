import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';
import { statement } from './reader.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ name: 'onevisit_reads', tables: [], migrations: [], appendOnly: [] });
});
afterAll(() => database.drop());

const echo = statement<{ value: number }>('echo', 'select $1::int as value');
const slowEcho = statement<{ value: number }>('slow-echo', 'select $1::int as value from pg_sleep(0.05)');
const divide = statement<{ value: number }>('divide', 'select 1 / $1::int as value');
const backend = statement<{ pid: number }>('backend', 'select pg_backend_pid() as pid');

describe('reads that are under way together', () => {
  it('each get their own answer, over very few connections', async () => {
    const numbers = Array.from({ length: 200 }, (_, at) => at);
    const answers = await Promise.all(
      numbers.map((value) => database.reader.rows(value % 50 === 0 ? slowEcho : echo, [value])),
    );
    expect(answers.flat().map(({ value }) => value)).toEqual(numbers);
    const pids = await Promise.all(numbers.slice(0, 20).map(() => database.reader.rows(backend, [])));
    expect(new Set(pids.flat().map(({ pid }) => pid)).size).toBeLessThanOrEqual(2);
  });

  it('do not pay for one that fails', async () => {
    const [before, failed, after] = await Promise.allSettled([
      database.reader.rows(echo, [1]),
      database.reader.rows(divide, [0]),
      database.reader.rows(echo, [2]),
    ]);
    expect(before).toMatchObject({ status: 'fulfilled', value: [{ value: 1 }] });
    expect(failed).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
    expect(after).toMatchObject({ status: 'fulfilled', value: [{ value: 2 }] });
  });

  it('go on when their connection is cut', async () => {
    const [row] = await database.reader.rows(backend, []);
    await database.query('select pg_terminate_backend($1)', [row?.pid]);
    const answers = await Promise.all([1, 2, 3, 4].map((value) => database.reader.rows(echo, [value])));
    expect(answers.flat().map(({ value }) => value)).toEqual([1, 2, 3, 4]);
  });
});
