import { describe, expect, it } from '@jest/globals';
import { isStale } from './version.ts';

describe('isStale', () => {
  it.each([
    [3, false],
    [2, true],
    [4, true],
    [null, false],
    [undefined, false],
  ])('of version 3, %p expected: %p', (expected, stale) => {
    expect(isStale({ version: 3 }, expected)).toBe(stale);
  });
});
