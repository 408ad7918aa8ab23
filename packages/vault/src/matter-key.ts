import { createHmac, hkdfSync } from 'node:crypto';
import { compactText } from '@onevisit/kernel';

/** What a petition is about and where: the only place where two identities can meet. */
export type Matter = Readonly<{
  /** County of the issue area (事项发生地所在县). */
  countyCode: string;
  /** 内容分类, second level. */
  issueTypeCode: string;
}>;

/**
 * The match key of one identity in one matter: HMAC-SHA256, 16 bytes. Under every matter the same identity has an
 * unrelated key, so that no two matters of a person can be linked. Identities can be guessed: the root key is as
 * secret as they are.
 */
export function matterKey(rootKey: Uint8Array, matter: Matter, identity: string): Buffer {
  const normalized = compactText(identity);
  if (normalized === '') throw new RangeError('nobody has no identity');

  const info = `onevisit/matter/${matter.countyCode}\0${matter.issueTypeCode}`;
  const key = Buffer.from(hkdfSync('sha256', rootKey, '', info, 32));
  return createHmac('sha256', key).update(normalized).digest().subarray(0, 16);
}
