import { describe, expect, it } from '@jest/globals';
import { firstDifference, isSameAnswer } from './answers.ts';

describe('two answers', () => {
  it('are the same whatever the order of their fields', () => {
    expect(isSameAnswer({ data: { a: 1, b: [2] } }, { data: { b: [2], a: 1 } })).toBe(true);
    expect(isSameAnswer({ data: { a: [1, 2] } }, { data: { a: [2, 1] } })).toBe(false);
  });

  it('part at a place that is told', () => {
    const expected = { data: { cases: [{ no: 'A' }, { no: 'B' }] } };
    expect(firstDifference(expected, { data: { cases: [{ no: 'A' }, { no: 'C' }] } })).toBe(
      'at $.data.cases.1.no: "C" and not "B"',
    );
    expect(firstDifference(expected, { data: { cases: [{ no: 'A' }] } })).toBe(
      'at $.data.cases.1: nothing and not {"no":"B"}',
    );
  });
});
