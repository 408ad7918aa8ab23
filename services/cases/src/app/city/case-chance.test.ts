import { describe, expect, it } from '@jest/globals';
import { isValidNumber } from '@onevisit/evidence';
import { isId } from '@onevisit/kernel';
import { caseChance, createNumbers } from './case-chance.ts';

const at = new Date('2026-03-02T01:00:00Z');
const idsOf = (seed: number, code: string): readonly string[] => {
  const newId = caseChance(seed, code).idsAt(at);
  return Array.from({ length: 500 }, () => newId());
};

describe('caseChance', () => {
  it('draws the same for the same petition of the same city, and nothing that another has', () => {
    expect(idsOf(1, 'P000001')).toEqual(idsOf(1, 'P000001'));
    const all = [...idsOf(1, 'P000001'), ...idsOf(1, 'P000002'), ...idsOf(2, 'P000001')];
    expect(new Set(all).size).toBe(all.length);
  });

  it('gives ids that sort as they were asked for', () => {
    const ids = idsOf(1, 'P000001');
    expect(ids.every(isId)).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
  });

  it('draws as many bytes as are asked for, however it is asked', () => {
    const { bytes } = caseChance(1, 'P000001');
    const once = [7, 1_000, 0, 100].map((size) => Buffer.from(bytes(size)));
    expect(once.map(({ length }) => length)).toEqual([7, 1_000, 0, 100]);
    expect(Buffer.concat(once)).toEqual(caseChance(1, 'P000001').bytes(1_107));
  });
});

describe('createNumbers', () => {
  it('draws again what was given before', () => {
    const newNumber = createNumbers();
    const numbers = ['P000001', 'P000001', 'P000001'].map((code) => newNumber('CASE', at, caseChance(1, code).bytes));
    expect(new Set(numbers).size).toBe(3);
    expect(numbers.every((number) => isValidNumber('CASE', number))).toBe(true);
  });
});
