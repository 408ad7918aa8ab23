import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testKeys } from '@onevisit/testing';
import { createKeyRing } from '@onevisit/vault';
import { caseKeyRepository } from '../../data/case-key.repository.ts';
import { startService, type TestService } from '../../testing/service.ts';
import { storyOf } from '../../testing/story.ts';
import { rotateKeys } from './rotate-keys.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const old = testKeys().vault.ring;
const next = { id: 'next', key: createHash('sha256').update('next').digest() };
const ring = createKeyRing([next, ...old]);
const wrapped = async () =>
  (await service.database.query<{ by: string }>(`select split_part(wrapped_key, '.', 2) as by from case_keys`)).map(
    ({ by }) => by,
  );

describe('rotateKeys', () => {
  it('wraps every key anew, batch by batch, goes on where it was stopped, and does nothing twice', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) ids.push((await storyOf(service).registered()).id);
    const { source } = service.database;
    const keysBy = (keys: Parameters<typeof createKeyRing>[0]) => async () => {
      const repository = caseKeyRepository(source.manager, createKeyRing(keys));
      return Promise.all(ids.map(async (id) => (await repository.of(id)).export().toString('hex')));
    };
    const before = await keysBy(old)();

    // Stopped after the first batch.
    const stopped = rotateKeys(
      service.database,
      ring,
      () => {
        throw new Error('stopped');
      },
      2,
    );
    await expect(stopped).rejects.toThrow('stopped');
    expect((await wrapped()).filter((by) => by === 'next')).toHaveLength(2);
    expect(await keysBy([next, ...old])()).toEqual(before);

    const told: number[] = [];
    expect(await rotateKeys(service.database, ring, (total) => told.push(total), 2)).toBe(3);
    expect([told, new Set(await wrapped())]).toEqual([[2, 3], new Set(['next'])]);
    // The old key is not needed any more.
    expect(await keysBy([next])()).toEqual(before);
    expect(await rotateKeys(service.database, ring)).toBe(0);
  });
});
