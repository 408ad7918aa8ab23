import { fail, ok } from '@onevisit/kernel';
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
  const secret = Buffer.alloc(32, 1);
  const sent = { viewerId: 'clerk-1', verb: 'openWindow', key: 'k', request: { name: '一号窗口', tags: ['a', 'b'] } };

  it('is the same for the same request, whatever the order of its fields', () => {
    const request = { tags: ['a', 'b'], name: '一号窗口' };
    expect(requestHash(secret, { ...sent, request })).toBe(requestHash(secret, sent));
  });

  it('tells times apart, of either kind', () => {
    const hashes = [
      new Date(0),
      new Date(1),
      Temporal.PlainDate.from('2026-05-09'),
      Temporal.PlainDate.from('2026-05-10'),
      {},
      null,
    ].map((value) => requestHash(secret, { ...sent, request: { value } }));
    expect(new Set(hashes).size).toBe(6);
  });

  it.each([{ viewerId: 'clerk-2' }, { verb: 'closeWindow' }, { key: 'another' }])(
    'shows nobody that the same was asked for in another row: %j',
    (other) => {
      expect(requestHash(secret, { ...sent, ...other })).not.toBe(requestHash(secret, sent));
    },
  );

  it('cannot be made by guessing the request without the secret', () => {
    expect(requestHash(Buffer.alloc(32, 2), sent)).not.toBe(requestHash(secret, sent));
  });

  it('is made under the secret that the database was opened with', async () => {
    const attempt = { verb: 'openWindow', idempotencyKey: 'hashed', request: sent.request };
    const once = async () => ok({ id: null });
    await runCommand(aFrame(database).frame, attempt, once);
    const another = { ...database, requestKey: Buffer.alloc(32, 3) };
    expect(await runCommand(aFrame(another).frame, attempt, once)).toEqual(fail('IDEMPOTENCY_KEY_REUSED'));
  });
});
