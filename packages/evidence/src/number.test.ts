import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isValidNumber, newNumber, readNumber, type NumberKind } from './index.ts';

const at = new Date('2026-08-03T01:00:00Z');
const iso = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

/** Draws these characters of Crockford's alphabet, by their places in it, time after time. */
const drawing = (...draws: readonly (readonly number[])[]) => {
  const left = draws.values();
  return () => Uint8Array.from(left.next().value ?? []);
};

const aNumber = fc
  .record({
    kind: fc.constantFrom<NumberKind>('CASE', 'RECEIPT', 'ORDER'),
    year: fc.integer({ min: 2024, max: 2099 }),
    start: fc.uint8Array({ minLength: 8, maxLength: 8 }),
  })
  .map(({ kind, year, start }) => {
    let turn = 0;
    const random = () => start.map((byte) => byte + turn++);
    return { kind, number: newNumber(kind, new Date(`${year}-06-15T00:00:00Z`), random) };
  });

describe('newNumber', () => {
  it('writes prefix, year, what was drawn, and the check character', () => {
    expect(newNumber('CASE', at, drawing([7, 15, 3, 19, 9, 23, 29, 20]))).toBe('YZ26-7F3K-9QXM-E');
  });

  it.each<[NumberKind, RegExp]>([
    ['CASE', /^YZ26-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-Z]$/],
    ['RECEIPT', /^SJ26-/],
    ['ORDER', /^JB26-/],
  ])('begins a %s with its own letters', (kind, form) => {
    expect(newNumber(kind, at)).toMatch(form);
  });

  it('takes the year that it is in Shanghai', () => {
    const years = ['2026-12-31T15:59:59.999Z', '2026-12-31T16:00:00Z'].map((time) =>
      newNumber('CASE', new Date(time)).slice(2, 4),
    );

    expect(years).toEqual(['26', '27']);
  });

  it('draws again when the check would be *', () => {
    const random = drawing([0, 0, 0, 0, 0, 0, 0, 9], [0, 0, 0, 0, 0, 0, 0, 12]);

    expect(newNumber('CASE', at, random)).toBe('YZ26-0000-000C-U');
  });

  it('never makes two that are the same', () => {
    expect(new Set(Array.from({ length: 1000 }, () => newNumber('CASE', at))).size).toBe(1000);
  });
});

describe('isValidNumber', () => {
  // By hand, each sum is (last sum + value) * 2 modulo 37: Y=34 -> 31, Z=35 -> 21, 2 -> 9, 6 -> 30, 7 -> 0, F=15 -> 30,
  // 3 -> 29, K=20 -> 24, 9 -> 29, Q=26 -> 36, X=33 -> 27, M=22 -> 24. The check is (38 - 24) mod 37 = 14 = E.
  it.each<[NumberKind, string]>([
    ['CASE', 'YZ26-7F3K-9QXM-E'],
    ['RECEIPT', 'SJ26-4T8W-BN2C-7'],
    ['ORDER', 'JB26-D0V5-HZ7R-F'],
    ['CASE', 'YZ26-0000-000F-O'],
    ['CASE', 'YZ26-0000-000Z-L'],
    ['CASE', 'YZ26-0000-001G-I'],
  ])('knows the %s %s', (kind, number) => {
    expect(isValidNumber(kind, number)).toBe(true);
  });

  it.each([
    ['another kind', 'SJ26-4T8W-BN2C-7'],
    ['a prefix that is none', 'XX26-7F3K-9QXM-E'],
    ['a check of *', 'YZ26-0000-0009-*'],
    ['a letter that is never drawn', 'YZ26-7F3K-9QXI-E'],
    ['no hyphens', 'YZ267F3K9QXME'],
    ['lower case', 'yz26-7f3k-9qxm-e'],
    ['more behind it', 'YZ26-7F3K-9QXM-E1'],
    ['a line behind it', 'YZ26-7F3K-9QXM-E\n'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(isValidNumber('CASE', text)).toBe(false);
  });

  it('knows every number that is made', () => {
    fc.assert(
      fc.property(aNumber, ({ kind, number }) => {
        expect(isValidNumber(kind, number)).toBe(true);
      }),
    );
  });

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(aNumber, ({ kind, number }) => {
        expect(withOneWrong(number).filter((wrong) => isValidNumber(kind, wrong))).toEqual([]);
      }),
    );
  });

  it('notices every two neighbours that changed places, with and without a hyphen between them', () => {
    fc.assert(
      fc.property(aNumber, ({ kind, number }) => {
        expect(withTwoSwapped(number).filter((wrong) => isValidNumber(kind, wrong))).toEqual([]);
      }),
    );
  });
});

describe('readNumber', () => {
  it.each([
    'YZ26-0000-001G-I',
    'yz26-0000-001g-i',
    'YZ260000001GI',
    ' YZ26 OOOO oolG I ',
    'ＹＺ２６－００００－００１Ｇ－Ｉ',
    'YZ26—0000—00IG—I',
  ])('reads %j', (text) => {
    expect(readNumber('CASE', text)).toBe('YZ26-0000-001G-I');
  });

  it.each([
    ['nothing', ''],
    ['another kind', 'SJ26-4T8W-BN2C-7'],
    ['a wrong character', 'YZ26-0000-002G-I'],
    ['a check character that is not the printed one', 'YZ26-0000-001G-1'],
    ['too much', 'YZ26-0000-001G-II'],
    ['too little', 'YZ26-0000-001G'],
    ['letters that are never drawn', 'YZ26-0000-00UG-I'],
  ])('reads no case number out of %s', (_, text) => {
    expect(readNumber('CASE', text)).toBeNull();
  });
});

const withOneWrong = (number: string): readonly string[] =>
  Array.from(number).flatMap((character, position) =>
    Array.from(`${iso}-`)
      .filter((other) => other !== character)
      .map((other) => number.slice(0, position) + other + number.slice(position + 1)),
  );

const withTwoSwapped = (number: string): readonly string[] =>
  Array.from(number).flatMap((_, position) =>
    [/^(.)()(.)/, /^(.)(-)(.)/]
      .map((pair) => number.slice(0, position) + number.slice(position).replace(pair, '$3$2$1'))
      .filter((swapped) => swapped !== number),
  );
