import { newId } from '@onevisit/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { BadCursorError, decodeCursor, encodeCursor } from './cursor.ts';
import { newestFirst } from './newest-first.ts';
import { BadPageSizeError, page, type Page } from './page.ts';
import { statement } from './reader.ts';
import { insertRows } from './repository.ts';
import { createTestDatabase, emptyTables, type TestDatabase } from './testing/index.ts';
import { aWindow, definition, windowTable } from './testing/windows.ts';

type Row = Readonly<{ id: string; at: Date }>;

const behind = statement<Row>(
  'windows-newest-first',
  `select id, opened_at as "at" from windows where (opened_at, id) < ($1, $2) order by opened_at desc, id desc limit $3`,
);

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(definition);
});
beforeEach(() => emptyTables(database));
afterAll(() => database.drop());

const pageOfWindows = (first: number, after: string | null = null): Promise<Page<Row>> =>
  page(
    { first, after },
    newestFirst.kinds,
    (key, limit) => {
      const { at, id } = newestFirst.behind(key);
      return database.reader.rows(behind, [at, id, limit]);
    },
    newestFirst.keyOf,
  );

async function everyPage(first: number): Promise<readonly (readonly string[])[]> {
  const pages: string[][] = [];
  for (let after: string | null = null; ;) {
    const { edges, pageInfo }: Page<Row> = await pageOfWindows(first, after);
    pages.push(edges.map(({ node }) => node.id));
    if (!pageInfo.hasNextPage) return pages;
    after = pageInfo.endCursor;
  }
}

async function insertWindows(times: readonly number[]): Promise<void> {
  const rows = times.map((time, at) => aWindow({ id: newId(), name: `${at}`, openedAt: new Date(time) }));
  await insertRows(database.source.manager, windowTable, rows);
}

const inOrder = async () =>
  (await database.query<{ id: string }>('select id from windows order by opened_at desc, id desc')).map(({ id }) => id);

describe('page', () => {
  it('gives every row once, in order, however many are equal in what they are sorted by', async () => {
    await insertWindows([5, 5, 5, 5, 5, 5, 5, 1, 1, 9]);
    expect((await everyPage(3)).flat()).toEqual(await inOrder());
  });

  it('gives every row once, whatever the rows and the size', async () => {
    const times = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(times, fc.integer({ min: 1, max: 5 }), async (given, first) => {
        await emptyTables(database);
        await insertWindows(given);
        const pages = await everyPage(first);
        expect(pages.flat()).toEqual(await inOrder());
        expect(pages.slice(0, -1).every((ids) => ids.length === first)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('is empty and last where there is nothing', async () => {
    expect(await pageOfWindows(20)).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it('has no next page when the last row ends it', async () => {
    await insertWindows([1, 2]);
    expect((await pageOfWindows(2)).pageInfo.hasNextPage).toBe(false);
  });

  it.each([0, -1, 101, 1.5, NaN])('refuses a page of %d', async (first) => {
    await expect(pageOfWindows(first)).rejects.toThrow(BadPageSizeError);
  });
});

describe('a cursor', () => {
  const raw = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const id = '01890000-0000-7000-8000-000000000001';

  it('comes back as it went out', () => {
    expect(decodeCursor(encodeCursor(['云泽', 7, id]), ['string', 'integer', 'id'])).toEqual(['云泽', 7, id]);
  });

  it.each([null, undefined])('is none: %s', (none) => {
    expect(decodeCursor(none, ['string'])).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['what is no JSON', 'bm9wZQ'],
    ['what is no list', raw({ 0: 1 })],
    ['an unknown version', raw([2, 5, id])],
    ['too few parts', raw([1, 5])],
    ['too many parts', raw([1, 5, id, id])],
    ['text for a number', raw([1, '5', id])],
    ['a time beyond all times', raw([1, 9e15, id])],
    ['a time before all times', raw([1, -1, id])],
    ['a number that is none', Buffer.from(`[1,1e400,"${id}"]`).toString('base64url')],
    ['text for an id', raw([1, 5, "' or true --"])],
    ['null', raw([1, null, null])],
    ['a list', raw([1, [5], id])],
  ])('that holds %s is refused', async (_what, after) => {
    await expect(pageOfWindows(20, after)).rejects.toThrow(BadCursorError);
  });

  it.each([
    ['NUL', 'string', 'a\0b'],
    ['half a character', 'string', '\ud800'],
    ['a fraction', 'integer', 1.5],
    ['more than 32 bits', 'integer', 2 ** 31],
    ['more than can be counted', 'number', 2 ** 53],
  ] as const)('with %s is refused', (_what, kind, part) => {
    expect(() => decodeCursor(raw([1, part]), [kind])).toThrow(BadCursorError);
  });

  it('never reaches the database when it was made up', async () => {
    const made = fc.oneof(
      fc.string(),
      fc.json(),
      fc.array(fc.oneof(fc.string(), fc.double(), fc.constant(1))).map(raw),
    );
    await fc.assert(
      fc.asyncProperty(made, async (after) => {
        const answer = await pageOfWindows(20, after).catch((error: unknown) => error);
        expect(answer instanceof BadCursorError || 'edges' in Object(answer)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
