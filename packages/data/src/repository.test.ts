import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { insertRow, insertRows, lockedRow, lockedRowOrSkip, LostUpdateError, updateRow } from './repository.ts';
import { createTestDatabase, emptyTables, type TestDatabase } from './testing/index.ts';
import { aWindow, definition, openedAt, windowTable } from './testing/windows.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(definition);
});
beforeEach(() => emptyTables(database));
afterAll(() => database.drop());

const stored = () => database.source.manager.find(windowTable, { order: { id: 'asc' } });
const second = aWindow({ id: '01890000-0000-7000-8000-000000000002', name: '二号窗口' });

describe('insertRows', () => {
  it('stores every field as it was', async () => {
    const row = aWindow({ tags: ['a,b', '"', '{}'], openedAt: new Date('2026-05-09T01:02:03.456Z') });
    await insertRows(database.source.manager, windowTable, [row, second]);
    expect(await stored()).toEqual([row, second]);
  });

  it('does nothing with none', async () => {
    await insertRows(database.source.manager, windowTable, []);
    expect(await stored()).toEqual([]);
  });
});

describe('updateRow', () => {
  beforeEach(() => insertRow(database.source.manager, windowTable, aWindow()));

  it('writes what differs and counts the version up', async () => {
    const after = { ...aWindow(), name: '新名', tags: ['x'] };
    expect(await updateRow(database.source.manager, windowTable, aWindow(), after)).toEqual({ ...after, version: 2 });
    expect(await stored()).toEqual([{ ...after, version: 2 }]);
  });

  it('leaves alone what another has changed in fields that it does not touch', async () => {
    await database.query(`update windows set tags = '{theirs}'`);
    await updateRow(database.source.manager, windowTable, aWindow(), { ...aWindow(), name: '新名' });
    expect(await stored()).toEqual([aWindow({ name: '新名', tags: ['theirs'], version: 2 })]);
  });

  it('refuses a row that somebody has written meanwhile, and writes nothing', async () => {
    await database.query('update windows set version = 2');
    const stale = updateRow(database.source.manager, windowTable, aWindow(), { ...aWindow(), name: '新名' });
    await expect(stale).rejects.toThrow(LostUpdateError);
    expect(await stored()).toEqual([aWindow({ version: 2 })]);
  });

  it('touches no other row', async () => {
    await insertRow(database.source.manager, windowTable, second);
    await updateRow(database.source.manager, windowTable, aWindow(), { ...aWindow(), openedAt: new Date(0) });
    expect(await stored()).toEqual([aWindow({ openedAt: new Date(0), version: 2 }), second]);
    expect(openedAt).toEqual(second.openedAt);
  });
});

describe('lockedRow', () => {
  it('is null for an unknown id', async () => {
    await database.source.transaction(async (manager) => {
      expect(await lockedRow(manager, windowTable, aWindow().id)).toBeNull();
    });
  });

  it('holds the row until its transaction ends', async () => {
    await insertRow(database.source.manager, windowTable, aWindow());
    await database.source.transaction(async (manager) => {
      expect(await lockedRow(manager, windowTable, aWindow().id)).toEqual(aWindow());
      await database.source.transaction(async (other) => {
        expect(await lockedRowOrSkip(other, windowTable, aWindow().id)).toBeNull();
        await other.query(`set local lock_timeout = '50ms'`);
        await expect(lockedRow(other, windowTable, aWindow().id)).rejects.toMatchObject({ code: '55P03' });
      });
    });
    await database.source.transaction(async (manager) => {
      expect(await lockedRowOrSkip(manager, windowTable, aWindow().id)).toEqual(aWindow());
    });
  });
});
