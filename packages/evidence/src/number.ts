import { randomBytes } from 'node:crypto';
import { localDate } from '@onevisit/calendar';
import { compactText, drawnCharacters, readCharacters, type RandomBytes } from '@onevisit/kernel';
import { checkCharacter } from './check-character.ts';

const prefixes = {
  /** 云泽: a case (信访事项). */
  CASE: 'YZ',
  /** 收件: a receipt (回执). */
  RECEIPT: 'SJ',
  /** 交办: a referral or a supervision order. */
  ORDER: 'JB',
  /** 受理: a notice of admission (受理告知书). */
  NOTICE: 'SL',
  /** 意见: a handling opinion (信访处理意见书). */
  OPINION: 'YJ',
} as const;

export type NumberKind = keyof typeof prefixes;

/**
 * `YZ26-7F3K-9QXM-K`: prefix, year in Shanghai, 8 characters drawn at random, check character. It says neither where
 * nor how many: a gap in a sequence would tell that something was sealed. Random bytes are only given by who needs
 * the same numbers every time.
 */
export function newNumber(kind: NumberKind, at: Date, random: RandomBytes = randomBytes): string {
  const head = `${prefixes[kind]}${twoDigits(localDate(at).year)}`;
  for (;;) {
    const drawn = drawnCharacters(8, random);
    const check = checkCharacter(`${head}${drawn}`);
    if (check !== '*') return `${head}-${drawn.slice(0, 4)}-${drawn.slice(4)}-${check}`;
  }
}

/** Whether it is a number of this kind, exactly as printed. Every single wrong character and every two swapped show. */
export function isValidNumber(kind: NumberKind, text: string): boolean {
  const [, head, first, second, check] = form.exec(text) ?? [];
  return head?.startsWith(prefixes[kind]) === true && checkCharacter(`${head}${first}${second}`) === check;
}

/** The number that a person read out or typed, as printed; null if it is none of this kind. */
export function readNumber(kind: NumberKind, text: string): string | null {
  const typed = compactText(text);
  const drawn = readCharacters(typed.slice(4, 12), 8);
  if (drawn === null) return null;

  const number = `${typed.slice(0, 4)}-${drawn.slice(0, 4)}-${drawn.slice(4)}-${typed.slice(12)}`;
  return isValidNumber(kind, number) ? number : null;
}

const form = /^([A-Z]{2}[0-9]{2})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-Z])$/;
const twoDigits = (year: number): string => String(year % 100).padStart(2, '0');
