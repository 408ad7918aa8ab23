import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ok } from '@onevisit/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from './database.ts';
import { prepareDatabase } from './migrate.ts';
import { ensurePostgres, type Postgres } from './postgres/index.ts';
import { statement } from './reader.ts';
import { addStatements, countStatements, CountingClient } from './statements.ts';
import { connected } from './testing/administration.ts';
import { testRequestKey } from './testing/index.ts';
import { aFrame, aWindow, definition } from './testing/windows.ts';
import { runCommand } from './transaction.ts';

let home: string;
let postgres: Postgres;
let database: Database;

// A server of its own, since its log is read.
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'statements-'));
  chmodSync(home, 0o711);
  postgres = await ensurePostgres({ home, name: 'counted', fast: true });
  await prepareDatabase(definition, postgres.urlOf, postgres.applicationRole);
  await connected(postgres.urlOf('postgres'), (client) =>
    client.query(`alter role onevisit_app set log_statement = 'all'`),
  );
  database = await openDatabase(definition, postgres.applicationUrlOf(definition.name), {
    requestKey: testRequestKey,
    connections: 2,
  });
});

afterAll(async () => {
  await database.close();
  await postgres.stop();
  if (postgres.dataDirectory) rmSync(dirname(postgres.dataDirectory), { recursive: true });
  rmSync(home, { recursive: true, force: true });
});

const names = statement<{ name: string }>('names', 'select name from windows');
const read = () => database.reader.rows(names, []);
const open = (key: string) =>
  runCommand(
    aFrame(database).frame,
    { verb: 'openWindow', idempotencyKey: key, request: {} },
    async ({ windows, newId }) => {
      const window = aWindow({ id: newId(), name: key });
      await windows.insert(window);
      const locked = await windows.locked(window.id);
      if (locked) await windows.update(locked, { ...locked, tags: ['seen'] });
      return ok({ windowId: window.id });
    },
  );

/** How many statements the server itself has noted down since. */
async function loggedDuring(work: () => Promise<unknown>): Promise<number> {
  const logFile = `${postgres.dataDirectory}.log`;
  const marked = readFileSync(logFile, 'utf8').length;
  await work();
  const lines = readFileSync(logFile, 'utf8').slice(marked).split('\n');
  return lines.filter((line) => / LOG: {2}(statement|execute [^:]*): /.test(line)).length;
}

describe('countStatements', () => {
  it('counts what the server counts: reads, writes, BEGIN, COMMIT and SET', async () => {
    let counted = 0;
    const logged = await loggedDuring(async () => {
      const { statements } = await countStatements(async () => {
        await read();
        await open('a');
        await open('a');
        await Promise.all([read(), read(), read(), open('b')]);
        await database.source.transaction((manager) => manager.query(`set local work_mem = '8MB'`));
      });
      counted = statements;
    });
    expect(counted).toBe(logged);
    // Two verbs of seven, the repetition of four, four reads, and the three of the SET.
    expect(counted).toBe(2 * 7 + 4 + 4 + 3);
  });

  it('keeps operations apart that share connections', async () => {
    const counts = await Promise.all([
      countStatements(read),
      countStatements(async () => [await read(), await read()]),
      countStatements(async () => Promise.all([read(), read(), read(), read(), read()])),
      countStatements(async () => undefined),
    ]);
    expect(counts.map(({ statements }) => statements)).toEqual([1, 2, 5, 0]);
  });

  it('adds what another process has sent for it', async () => {
    const { statements } = await countStatements(async () => {
      await read();
      addStatements(4);
    });
    expect(statements).toBe(5);
  });

  it('counts nothing outside of any operation', () => {
    expect(() => addStatements(1)).not.toThrow();
  });
});

describe('CountingClient', () => {
  it('does not end the process when its connection is lost between two statements', () => {
    expect(() => new CountingClient().emit('error', new Error('Connection terminated unexpectedly'))).not.toThrow();
  });
});
