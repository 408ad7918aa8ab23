import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;

/** `<iv>.<tag>.<ciphertext>` in base64url, AES-256-GCM; opens only with the same bound text. */
export function encrypt(key: KeyObject, bound: string, plain: Uint8Array): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(bound));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url')).join('.');
}

/** What was encrypted, or null if anything of it is not as it was made. */
export function decrypt(key: KeyObject, bound: string, text: string): Buffer | null {
  const [iv, tag, ciphertext, ...rest] = text.split('.').map(decoded);
  if (iv?.length !== ivBytes || tag?.length !== tagBytes || !ciphertext || rest.length > 0) return null;

  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    // The one thing that can fail here is the tag; what Node says of it says no more than that.
    return null;
  }
}

// Base64url has several spellings of the same bytes; only the one that was written counts as unchanged.
function decoded(part: string): Buffer | null {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.toString('base64url') === part ? bytes : null;
}
