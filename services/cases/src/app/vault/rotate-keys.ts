import type { Database } from '@onevisit/data';
import type { KeyRing } from '@onevisit/vault';
import { rewrapSome } from '../../data/key-rotation.ts';

const atOnce = 500;

/**
 * 密钥轮换: every case's data key under the ring's current key; what it sealed stays as it is. Whatever is done is done:
 * stopped at any place, it goes on from there when it is run again.
 */
export async function rotateKeys(
  database: Pick<Database, 'source'>,
  ring: KeyRing,
  told: (rewrapped: number) => void = () => undefined,
  batch: number = atOnce,
): Promise<number> {
  for (let total = 0; ;) {
    const some = await rewrapSome(database, ring, batch);
    if (some === 0) return total;
    total += some;
    told(total);
  }
}
