import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { decrypt, encrypt } from './cipher.ts';
import { BrokenSealError } from './errors.ts';
import { ringKey, type KeyRing } from './key-ring.ts';
import { subKey } from './sub-key.ts';

/** The key of one case or request (数据密钥). Whoever destroys its wrapped form destroys what it sealed. */
export type DataKey = KeyObject;

export const newDataKey = (): DataKey => createSecretKey(randomBytes(32));

/** `v1.<ring key id>.<iv>.<tag>.<ciphertext>`: the key as it is stored beside its subject, and opens for no other. */
export function wrapKey(ring: KeyRing, subjectId: string, dataKey: DataKey): string {
  const wrapping = subKey(ringKey(ring, ring.currentId), purpose);
  return `${wrappedPrefix(ring)}${encrypt(wrapping, bound(subjectId), dataKey.export())}`;
}

export function unwrapKey(ring: KeyRing, subjectId: string, wrapped: string): DataKey {
  const [version, id = '', ...sealed] = wrapped.split('.');
  if (version !== 'v1') throw new BrokenSealError('a data key');

  const bytes = decrypt(subKey(ringKey(ring, id), purpose), bound(subjectId), sealed.join('.'));
  if (!bytes) throw new BrokenSealError('a data key');
  return createSecretKey(bytes);
}

/** The same data key under the ring's current key; what it sealed stays as it is. One that is current is kept. */
export const rewrapKey = (ring: KeyRing, subjectId: string, wrapped: string): string =>
  wrapped.startsWith(wrappedPrefix(ring)) ? wrapped : wrapKey(ring, subjectId, unwrapKey(ring, subjectId, wrapped));

/** How every key begins that the ring's current key wrapped: rotation is done when `starts_with` finds no other. */
export const wrappedPrefix = ({ currentId }: KeyRing): string => `v1.${currentId}.`;

const purpose = 'data-key';
const bound = (subjectId: string): string => `data-key\0${subjectId}`;
