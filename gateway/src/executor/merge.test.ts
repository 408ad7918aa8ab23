import { describe, expect, it } from '@jest/globals';
import { merge, mergeCopy } from './merge.ts';

describe('merge', () => {
  it('adds what is new, at any depth', () => {
    const target = { id: '1', part: { a: 1 }, list: [{ a: 1 }, null] };
    merge(target, { name: 'one', part: { b: 2 }, list: [{ b: 2 }, { b: 3 }] });
    expect(target).toEqual({ id: '1', name: 'one', part: { a: 1, b: 2 }, list: [{ a: 1, b: 2 }, { b: 3 }] });
  });

  it('never takes null for a value, and takes it where nothing is known', () => {
    const target = { part: { a: 1 }, list: ['a'] };
    merge(target, { part: null, list: [null], other: null });
    expect(target).toEqual({ part: { a: 1 }, list: ['a'], other: null });
  });

  it('takes the later of two lists of different lengths, or of two kinds of value', () => {
    const target = { list: [1, 2], part: { a: 1 }, text: 'a' };
    merge(target, { list: [3], part: 'b', text: { b: 2 } });
    expect(target).toEqual({ list: [3], part: 'b', text: { b: 2 } });
  });

  it('takes objects as they are, for they are the executor’s own', () => {
    const part = { a: 1 };
    const target: Record<string, unknown> = {};
    merge(target, { part });
    expect(target['part']).toBe(part);
  });
});

describe('mergeCopy', () => {
  it('shares nothing with its source', () => {
    const source = { part: { a: [{ b: 1 }] } };
    const [one, other] = [{}, { part: {} }];
    mergeCopy(one, source);
    mergeCopy(other, source);
    merge(one, { part: { a: [{ b: 2 }] } });
    expect({ other, source }).toEqual({ other: { part: { a: [{ b: 1 }] } }, source: { part: { a: [{ b: 1 }] } } });
  });
});
