import { fail, ok, type DomainEvent, type Scope } from '@onevisit/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import type { Database } from './database.ts';
import { createTestDatabase, emptyTables, type TestDatabase } from './testing/index.ts';
import { aFrame, aWindow, clerk, definition, type Repositories } from './testing/windows.ts';
import { runCommand, runTransaction, UnknownOutcomeError } from './transaction.ts';

type Tx = Scope & Repositories;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(definition, 10);
});
beforeEach(() => emptyTables(database));
afterAll(() => database.drop());

const attempt = (idempotencyKey: string | null = 'key-1', request: object = { name: '一号窗口' }) => ({
  verb: 'openWindow',
  idempotencyKey,
  request,
});
const opened = (subjectId: string): DomainEvent => ({
  type: 'window.opened.v1',
  subjectId,
  subjectVersion: 1,
  organizationId: null,
  data: {},
});
const openWindow = async (tx: Tx) => {
  const window = aWindow({ id: tx.newId() });
  await tx.windows.insert(window);
  tx.emit(opened(window.id));
  return ok({ windowId: window.id });
};
const refuse = async (tx: Tx) => {
  await openWindow(tx);
  return fail('NAME_TAKEN');
};

/** Everything that a command may leave behind. */
const left = async () => ({
  windows: (await database.query('select id from windows')).length,
  events: (await database.query('select event from stamps')).length,
  keys: (await database.query('select key from idempotency_keys')).length,
});
const nothing = { windows: 0, events: 0, keys: 0 };
const all = { windows: 1, events: 1, keys: 1 };

describe('runCommand', () => {
  it('commits the row, its event and its key together', async () => {
    const { frame, told } = aFrame(database);
    const outcome = await runCommand(frame, attempt(), openWindow);
    expect(outcome).toEqual(ok({ windowId: expect.any(String) }));
    expect(await left()).toEqual(all);
    expect(told.commits).toBe(1);
  });

  it('rolls everything back when it is refused, so that the same key may try again', async () => {
    const { frame, told } = aFrame(database);
    expect(await runCommand(frame, attempt(), refuse)).toEqual(fail('NAME_TAKEN'));
    expect(await left()).toEqual(nothing);
    expect(told.commits).toBe(0);
    expect((await runCommand(frame, attempt(), openWindow)).ok).toBe(true);
    expect(await left()).toEqual(all);
  });

  it('rolls everything back when it fails', async () => {
    const failing = async (tx: Tx) => {
      await openWindow(tx);
      throw new Error('broken');
    };
    await expect(runCommand(aFrame(database).frame, attempt(), failing)).rejects.toThrow('broken');
    expect(await left()).toEqual(nothing);
  });

  it('rolls everything back when its event cannot be stored', async () => {
    const store = () => Promise.reject(new Error('no queue'));
    const { frame } = aFrame(database, { publisher: { store, committed: () => undefined } });
    await expect(runCommand(frame, attempt(), openWindow)).rejects.toThrow('no queue');
    expect(await left()).toEqual(nothing);
  });

  it('answers a repeated request what it made the first time', async () => {
    const { frame } = aFrame(database);
    const first = await runCommand(frame, attempt(), openWindow);
    expect(await runCommand(frame, attempt(), openWindow)).toEqual(first);
    expect(await left()).toEqual(all);
  });

  it('knows the same request by its content, whatever the order of its fields', async () => {
    const { frame } = aFrame(database);
    const first = await runCommand(frame, attempt('key-1', { a: 1, b: { c: [1], d: undefined } }), openWindow);
    expect(await runCommand(frame, attempt('key-1', { b: { c: [1] }, a: 1 }), openWindow)).toEqual(first);
  });

  it.each([
    ['another value', { name: '二号窗口' }],
    ['a field set to null', { name: '一号窗口', note: null }],
    ['another order of a list', { names: ['b', 'a'] }],
  ])('refuses the key of another request: %s', async (_what, request) => {
    const { frame } = aFrame(database);
    await runCommand(frame, attempt('key-1', { name: '一号窗口', names: ['a', 'b'] }), openWindow);
    expect(await runCommand(frame, attempt('key-1', request), openWindow)).toEqual(fail('IDEMPOTENCY_KEY_REUSED'));
    expect(await left()).toEqual(all);
  });

  it('keeps the keys of each viewer and each verb apart', async () => {
    const count = async () => ok({ windowId: null });
    await runCommand(aFrame(database).frame, attempt(), count);
    const other = aFrame(database, { viewer: { ...clerk, id: 'clerk-2' } }).frame;
    expect(await runCommand(other, attempt('key-1', { other: true }), count)).toEqual(ok({ windowId: null }));
    const verb = { ...attempt('key-1', { other: true }), verb: 'closeWindow' };
    expect(await runCommand(aFrame(database).frame, verb, count)).toEqual(ok({ windowId: null }));
  });

  it('takes a key of any length', async () => {
    const { frame } = aFrame(database);
    // Of characters that do not compress, as an index would do first.
    const long = Array.from({ length: 20_000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join(
      '',
    );
    const first = await runCommand(frame, attempt(long), openWindow);
    expect(await runCommand(frame, attempt(long), openWindow)).toEqual(first);
    expect(await runCommand(frame, attempt(`${long}!`), async () => ok({ windowId: null }))).toEqual(
      ok({ windowId: null }),
    );
  });

  it('has one effect for eight twins at once; those that wait answer the same', async () => {
    const slowly = async (tx: Tx) => {
      const outcome = await openWindow(tx);
      await new Promise((wake) => setTimeout(wake, 50));
      return outcome;
    };
    const twins = Array.from({ length: 8 }, () => runCommand(aFrame(database).frame, attempt(), slowly));
    const outcomes = await Promise.all(twins);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await left()).toEqual(all);
  });

  it('lets a waiting twin do the work when the first one is refused', async () => {
    const begun = Promise.withResolvers<void>();
    const slowly = async (tx: Tx) => {
      const outcome = await refuse(tx);
      begun.resolve();
      await new Promise((wake) => setTimeout(wake, 50));
      return outcome;
    };
    const { frame } = aFrame(database);
    const [first, twin] = await Promise.all([
      runCommand(frame, attempt(), slowly),
      begun.promise.then(() => runCommand(frame, attempt(), openWindow)),
    ]);
    expect(first).toEqual(fail('NAME_TAKEN'));
    expect(twin.ok).toBe(true);
    expect(await left()).toEqual(all);
  });

  it('runs without a key as often as it is asked to', async () => {
    const { frame } = aFrame(database);
    const count = async () => ok({ windowId: null });
    await runCommand(frame, attempt(null), count);
    await runCommand(frame, attempt(null), count);
    expect(await left()).toEqual(nothing);
  });
});

describe('runTransaction', () => {
  const endConnection = 'select pg_terminate_backend(pg_backend_pid())';
  const conflict = (code: string) => `do $$ begin raise exception 'conflict' using errcode = '${code}'; end $$`;

  it.each([
    ['a serialization failure', conflict('40001')],
    ['a deadlock', conflict('40P01')],
    ['a lock that was not to be had', conflict('55P03')],
    ['a connection that the server ended', conflict('57P01')],
    ['a server that starts up', conflict('57P03')],
    ['a broken connection', conflict('08006')],
    ['a lost connection', endConnection],
  ])('tries the whole unit again after %s', async (_what, sql) => {
    const { frame, told } = aFrame(database);
    let attempts = 0;
    await runTransaction(frame, async (tx, manager) => {
      attempts += 1;
      await openWindow(tx);
      if (attempts < 3) await manager.query(sql);
    });
    expect(attempts).toBe(3);
    expect(await left()).toEqual({ ...all, keys: 0 });
    expect(told.commits).toBe(1);
  });

  it.each([
    ['a broken constraint', conflict('23505')],
    ['bad data', conflict('22001')],
    ['missing rights', conflict('42501')],
    ['a statement that took too long', conflict('57014')],
  ])('does not try again after %s', async (_what, sql) => {
    let attempts = 0;
    const work = async (tx: Tx, manager: EntityManager) => {
      attempts += 1;
      await openWindow(tx);
      await manager.query(sql);
    };
    await expect(runTransaction(aFrame(database).frame, work)).rejects.toThrow('conflict');
    expect(attempts).toBe(1);
    expect(await left()).toEqual(nothing);
  });

  it('brings two transactions that lock each other through', async () => {
    const [one, two] = [aWindow({ name: 'one' }), aWindow({ id: '01890000-0000-7000-8000-000000000002', name: 'two' })];
    await runTransaction(aFrame(database).frame, async ({ windows }) => {
      await windows.insert(one);
      await windows.insert(two);
    });
    const inOrder = (ids: readonly string[]) =>
      runTransaction(aFrame(database).frame, async ({ windows }) => {
        for (const id of ids) {
          const window = await windows.locked(id);
          if (window) await windows.update(window, { ...window, tags: [...window.tags, 'x'] });
          await new Promise((wake) => setTimeout(wake, 30));
        }
      });
    await Promise.all([inOrder([one.id, two.id]), inOrder([two.id, one.id])]);
    expect(await database.query('select tags, version from windows')).toEqual([
      { tags: ['x', 'x'], version: 3 },
      { tags: ['x', 'x'], version: 3 },
    ]);
  });

  it('gives up in the end', async () => {
    let attempts = 0;
    const work = async (_tx: Tx, manager: EntityManager) => {
      attempts += 1;
      await manager.query(conflict('40001'));
    };
    await expect(runTransaction(aFrame(database).frame, work)).rejects.toMatchObject({ code: '40001' });
    expect(attempts).toBe(9);
  });
});

describe('a connection that is lost at the commit', () => {
  it('is answered from the key, if the server had committed', async () => {
    const { frame } = aFrame(losingOnce(database, 'after'));
    const outcome = await runCommand(frame, attempt(), openWindow);
    expect(outcome).toEqual(ok({ windowId: (await database.query<{ id: string }>('select id from windows'))[0]?.id }));
    expect(await left()).toEqual(all);
  });

  it('is done again with a key, if the server had not', async () => {
    const { frame } = aFrame(losingOnce(database, 'before'));
    expect((await runCommand(frame, attempt(), openWindow)).ok).toBe(true);
    expect(await left()).toEqual(all);
  });

  it('is not done again without a key: it might have been done', async () => {
    const { frame, told } = aFrame(losingOnce(database, 'after'));
    await expect(runCommand(frame, attempt(null), openWindow)).rejects.toThrow(UnknownOutcomeError);
    expect(await left()).toEqual({ ...all, keys: 0 });
    expect(told.commits).toBe(0);
  });
});

/** A database whose first commit is not heard of. */
function losingOnce(real: TestDatabase, moment: 'before' | 'after'): Database {
  const lost = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  const transaction = async (work: (manager: EntityManager) => Promise<unknown>) => {
    jest.restoreAllMocks();
    await real.source.transaction(async (manager) => {
      await work(manager);
      if (moment === 'before') throw lost;
    });
    throw lost;
  };
  jest.spyOn(real.source, 'transaction').mockImplementationOnce(transaction as never);
  return real;
}
