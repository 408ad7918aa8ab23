import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '@onevisit/kernel';
import { newId } from '@onevisit/kernel';
import { createTestDatabase, emptyTables, testClock, type TestClock, type TestDatabase } from '@onevisit/testing';
import { createDueWorker, DueRowsLeftError, type DueSource, type DueWorker } from './index.ts';
import { sampleDefinition } from './testing/definition.ts';
import { termsOf } from './testing/terms.ts';

const day = (count: number): Date => new Date(Date.UTC(2026, 0, 1 + count, 16));

let database: TestDatabase;
let clock: TestClock;
let workers: DueWorker[] = [];
let faults: unknown[] = [];

beforeAll(async () => {
  database = await createTestDatabase(sampleDefinition);
});
beforeEach(async () => {
  await emptyTables(database);
  clock = testClock(day(0));
  workers = [];
  faults = [];
});
afterEach(async () => {
  await Promise.all(workers.map(async (worker) => worker.stop()));
});
afterAll(async () => database.drop());

const aWorker = (...sources: readonly DueSource[]): DueWorker => {
  const worker = createDueWorker({ clock, sources, log: (error) => void faults.push(error) });
  workers.push(worker);
  return worker;
};

const terms = (kind: string, act?: Parameters<typeof termsOf>[2]) => termsOf(database, kind, act);

const aTerm = async (kind: string, dueAt: Date, id = newId()): Promise<string> => {
  await database.query('insert into terms (id, kind, due_at) values ($1, $2, $3)', [id, kind, dueAt]);
  return id;
};

const history = async (): Promise<string[]> =>
  (await database.query<{ kind: string; at: Date }>('select kind, at from acts order by seq')).map(
    ({ kind, at }) => `${at.toISOString().slice(0, 10)} ${kind}`,
  );

/** A notice on day 10 starts an answer that is due on day 15; an extension is due on day 12 and a review on day 20. */
const sources = (): readonly DueSource[] => [
  terms('notice', async (tx, term) => {
    const dueAt = new Date(term.dueAt.getTime() + 5 * 86_400_000);
    await tx.sql(`insert into terms (id, kind, due_at) values ($1, 'answer', $2)`, [newId(), dueAt]);
  }),
  terms('review'),
  terms('extension'),
  terms('answer'),
];

const plans = async (): Promise<void> => {
  await aTerm('review', day(20));
  await aTerm('extension', day(12));
  await aTerm('notice', day(10));
  await aTerm('review', day(90));
};

describe('createDueWorker', () => {
  it('makes the same history in one jump of 60 days as in 60 days of waiting', async () => {
    await plans();
    const waiting = aWorker(...sources());
    for (let passed = 0; passed < 60; passed += 1) {
      clock.advance('P1D');
      await waiting.settle();
    }
    const afterWaiting = await history();

    await emptyTables(database);
    clock = testClock(day(0));
    await plans();
    const jumping = aWorker(...sources());
    clock.advance('P60D');
    await jumping.settle();

    expect(await history()).toEqual(afterWaiting);
    expect(afterWaiting).toEqual([
      '2026-01-11 notice',
      '2026-01-13 extension',
      '2026-01-16 answer',
      '2026-01-21 review',
    ]);
    expect(await database.query(`select kind from terms where state = 'RUNNING'`)).toEqual([{ kind: 'review' }]);
  });

  it('handles every due row however many there are', async () => {
    await database.query(`insert into terms (id, kind, due_at)
      select gen_random_uuid(), 'review', timestamptz '2026-01-02' + n * interval '1 second' from generate_series(1, 600) n`);
    clock.advance('P60D');
    await aWorker(terms('review')).settle();
    expect((await history()).length).toBe(600);
  });

  it('acts once on each row though two workers run', async () => {
    for (let count = 0; count < 60; count += 1) await aTerm('review', day(1 + (count % 7)));
    clock.advance('P60D');
    const [first, second] = [aWorker(terms('review')), aWorker(terms('review'))];
    await Promise.all([first.settle(), second.settle()]);
    expect(
      await database.query('select count(*)::int as all, count(distinct term_id)::int as distinct from acts'),
    ).toEqual([{ all: 60, distinct: 60 }]);
  });

  it('waits for a row that another worker holds', async () => {
    await aTerm('review', day(1));
    clock.advance('P2D');
    const begun = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    const holder = aWorker(
      terms('review', async () => {
        begun.resolve();
        await end.promise;
      }),
    );
    const held = holder.settle();
    await begun.promise;
    const other = aWorker(terms('review')).settle();
    end.resolve();
    await Promise.all([held, other]);
    expect(await history()).toEqual(['2026-01-02 review']);
  });

  it('leaves a row alone that was met after it was found', async () => {
    const id = await aTerm('review', day(1));
    const source = terms('review');
    clock.advance('P2D');
    await aWorker({
      ...source,
      handle: async (row) => {
        await database.query(`update terms set state = 'MET' where id = $1`, [id]);
        await source.handle(row);
      },
    }).settle();
    expect(await history()).toEqual([]);
  });

  it('tries a row again whose handling failed, and holds up none behind it', async () => {
    const broken = await aTerm('review', day(1));
    await aTerm('review', day(2));
    clock.advance('P3D');
    let faultsLeft = 2;
    const worker = aWorker(
      terms('review', async (_tx, term) => {
        if (term.id === broken && faultsLeft-- > 0) throw new Error('broken');
      }),
    );
    await worker.settle();
    expect(await history()).toEqual(['2026-01-03 review', '2026-01-02 review']);
    expect(faults).toHaveLength(2);
  });

  it('says so when a row cannot be handled, and goes on with the others behind any number of such', async () => {
    await database.query(`insert into terms (id, kind, due_at)
      select gen_random_uuid(), 'broken', '2026-01-02' from generate_series(1, 510)`);
    await aTerm('broken', day(5), '01900000-0000-7000-8000-000000000000');
    clock.advance('P60D');
    const source = terms('broken', async (_tx, term) => {
      if (!term.id.startsWith('01900000')) throw new Error('broken');
    });
    await expect(aWorker(source).settle()).rejects.toThrow(DueRowsLeftError);
    expect(await history()).toEqual(['2026-01-06 broken']);
  });

  it('looks at once when the clock is moved, and no more after it was stopped', async () => {
    const listeners = new Set<() => void>();
    let now = day(0);
    const moved: Clock = {
      now: () => now,
      onMove: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
    const acted = Promise.withResolvers<void>();
    await aTerm('review', day(1));
    const source = terms('review');
    const worker = createDueWorker({
      clock: moved,
      sources: [{ ...source, handle: async (row) => source.handle(row).finally(acted.resolve) }],
    });
    worker.start();
    now = day(2);
    listeners.forEach((tell) => tell());
    await acted.promise;
    await worker.stop();
    expect([await history(), listeners.size]).toEqual([['2026-01-02 review'], 0]);
    await aTerm('review', day(1));
    await expect(worker.settle()).rejects.toThrow('stopped');
  });
});
