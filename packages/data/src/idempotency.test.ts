import { ok } from '@onevisit/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forgetOldKeys, requestHash } from './idempotency.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';
import { aFrame, definition } from './testing/windows.ts';
import { runCommand } from './transaction.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(definition);
});
afterAll(() => database.drop());

describe('forgetOldKeys', () => {
  it('forgets what is older than seven days, and nothing else', async () => {
    const now = new Date('2026-05-16T00:00:00Z');
    for (const [key, at] of [
      ['older', '2026-05-08T23:59:59.999Z'],
      ['seven days old', '2026-05-09T00:00:00Z'],
    ] as const) {
      const { frame } = aFrame(database, { now: new Date(at) });
      await runCommand(frame, { verb: 'openWindow', idempotencyKey: key, request: {} }, async () => ok({ id: null }));
    }
    expect(await forgetOldKeys(database, now)).toBe(1);
    expect(await database.query('select key from idempotency_keys')).toEqual([{ key: 'seven days old' }]);
  });
});

describe('requestHash', () => {
  it('tells times apart, of either kind', () => {
    const hashes = [
      new Date(0),
      new Date(1),
      Temporal.PlainDate.from('2026-05-09'),
      Temporal.PlainDate.from('2026-05-10'),
      {},
      null,
    ].map((value) => requestHash({ value }));
    expect(new Set(hashes).size).toBe(6);
  });
});
