import { describe, expect, it } from '@jest/globals';
import { isInForce } from './validity.ts';

describe('isInForce', () => {
  const year = { validFrom: '2026-01-01', validTo: '2026-12-31' };

  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('counts the first and the last day in: %s', (day, expected) => {
    expect(isInForce(year, day)).toBe(expected);
  });

  it('has no end while none is set', () => {
    expect(isInForce({ ...year, validTo: null }, '2126-01-01')).toBe(true);
  });
});
