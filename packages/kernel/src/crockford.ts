import { randomBytes } from 'node:crypto';

// Crockford's base32: without I, L, O and U, so that nobody takes one character for another.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const drawn = new RegExp(`^[${alphabet}]*$`);

/** Where random bytes come from; anything but `randomBytes` is for what must be the same every time. */
export type RandomBytes = (size: number) => Uint8Array;

/** Characters drawn at random for people to read out and type in, each as likely as any other. */
export const drawnCharacters = (length: number, random: RandomBytes = randomBytes): string =>
  Array.from(random(length), (byte) => alphabet.charAt(byte % alphabet.length)).join('');

/** What a person read out or typed, as it was drawn: lower case, O for 0, I or L for 1, hyphens and spaces are fine. */
export function readCharacters(text: string, length: number): string | null {
  const characters = compactText(text).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return characters.length === length && drawn.test(characters) ? characters : null;
}

/** A typed text without its spaces and hyphens, in upper case, full-width characters made narrow. */
export const compactText = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Dash_Punctuation}\p{Format}]/gu, '')
    .toUpperCase();
