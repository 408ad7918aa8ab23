import { describe, expect, it } from '@jest/globals';
import { newId } from '@onevisit/kernel';
import { BadCursorError } from './cursor.ts';
import { newestFirst } from './newest-first.ts';

const id = newId();
const at = new Date('2026-04-30T08:00:00.123Z');

describe('newestFirst', () => {
  it('goes on behind the row that the key was made of', () => {
    expect(newestFirst.behind(newestFirst.keyOf({ at, id }))).toEqual({ at, id });
  });

  it('begins in front of every row', () => {
    const { at: first, id: firstId } = newestFirst.behind(null);
    expect([first > at, firstId > id]).toEqual([true, true]);
  });

  it.each([
    ['no id', [at.getTime(), 'x']],
    ['a time that is none', [1e300, id]],
    ['a time that no column holds', [-8.64e15, id]],
  ])('refuses a key with %s', (_, key) => {
    expect(() => newestFirst.behind(key)).toThrow(BadCursorError);
  });
});
