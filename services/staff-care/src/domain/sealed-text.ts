import { fail, ok, type Result } from '@onevisit/kernel';

const mostCodePoints = 20_000;

export type TextName = 'TEXT' | 'NOTE' | 'TITLE' | 'BODY' | 'EXPLANATION';

/** A text that says something and is not too long; it is kept exactly as it came. `name` says which in the refusal. */
export function checkedText<const Name extends TextName>(
  name: Name,
  text: string,
  most = mostCodePoints,
): Result<string, `${Name}_EMPTY` | `${Name}_TOO_LONG`> {
  if (text.trim() === '') return fail(`${name}_EMPTY`);
  // A code point is one or two of JavaScript's characters: only texts between the two need counting.
  const isTooLong = text.length > 2 * most || Array.from(text).length > most;
  return isTooLong ? fail(`${name}_TOO_LONG`) : ok(text);
}
