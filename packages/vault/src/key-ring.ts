import { createSecretKey, type KeyObject } from 'node:crypto';
import { MissingKeyError } from './errors.ts';

export type RingKey = Readonly<{ id: string; key: Uint8Array }>;

/** The installation's keys (密钥环). The current one wraps, all of them unwrap; they can be used but not read. */
export type KeyRing = Readonly<{ currentId: string; keys: ReadonlyMap<string, KeyObject> }>;

/** A ring of 32-byte keys, the current one first. */
export function createKeyRing(keys: readonly RingKey[]): KeyRing {
  const [current] = keys;
  if (!current) throw new RangeError('a key ring needs a key');

  for (const { id, key } of keys) {
    if (!/^[\w-]{1,32}$/.test(id)) throw new RangeError(`${JSON.stringify(id)} cannot be the id of a key`);
    if (key.length !== 32) throw new RangeError(`key ${id} has ${key.length} bytes instead of 32`);
  }
  const byId = new Map(keys.map(({ id, key }) => [id, createSecretKey(key)]));
  if (byId.size !== keys.length) throw new RangeError('two keys of the ring have the same id');
  return { currentId: current.id, keys: byId };
}

export function ringKey({ keys }: KeyRing, id: string): KeyObject {
  const key = keys.get(id);
  if (!key) throw new MissingKeyError(id);
  return key;
}
