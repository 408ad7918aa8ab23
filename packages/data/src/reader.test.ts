import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statement } from './reader.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';
import { definition } from './testing/windows.ts';

const myName = 'onevisit_windows';
const sleep = statement<{ slept: number }>('sleep', 'select 1 as slept from pg_sleep(0.3)');
const one = statement<{ one: number; words: string[] }>('one', 'select $1::int as "one", $2::text[] as words');

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(definition);
});
afterAll(() => database.drop());

const endConnections = (state: string) =>
  database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = $1 and state = $2`,
    [myName, state],
  );

describe('reader', () => {
  it('answers rows under the names that the statement gives them', async () => {
    expect(await database.reader.rows(one, [1, ['a', 'b']])).toEqual([{ one: 1, words: ['a', 'b'] }]);
  });

  it('has the server parse a named statement once per connection', async () => {
    const prepared = statement<{ name: string }>('prepared', 'select name from pg_prepared_statements order by name');
    await database.reader.rows(one, [1, []]);
    await database.reader.rows(one, [2, []]);
    expect((await database.reader.rows(prepared, [])).map(({ name }) => name)).toEqual(['one', 'prepared']);
  });

  it('reads again when the connection is lost in the middle, and the process lives on', async () => {
    const reading = database.reader.rows(sleep, []);
    await new Promise((wake) => setTimeout(wake, 100));
    await endConnections('active');
    expect(await reading).toEqual([{ slept: 1 }]);
  });

  it('takes a new connection when an idle one was lost', async () => {
    await database.reader.rows(one, [1, []]);
    await endConnections('idle');
    expect(await database.reader.rows(one, [1, []])).toEqual([{ one: 1, words: [] }]);
  });

  it('fails over a statement that is wrong, and gives its connection back', async () => {
    const wrong = statement('wrong', 'select $1::int as one');
    for (let at = 0; at < 20; at += 1) {
      await expect(database.reader.rows(wrong, ['one'])).rejects.toMatchObject({ code: '22P02' });
    }
    expect(await database.reader.rows(one, [1, []])).toEqual([{ one: 1, words: [] }]);
  });
});
