import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 of a text as it is stored, in hex. Of a text that could be guessed, take the sealed form. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The one way to write this data as JSON (RFC 8785). */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('not a JSON value');
  return json;
}

/** SHA-256 of the one way to write this data as JSON, in hex. */
export const jsonHash = (value: unknown): string => textHash(canonicalJson(value));

/** SHA-256 of salt and text, in hex: says nothing of the text to who does not hold the salt. */
export const saltedHash = (salt: Uint8Array, text: string): string =>
  createHash('sha256').update(salt).update(text).digest('hex');
