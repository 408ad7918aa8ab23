import { describe, expect, it } from '@jest/globals';
import { testKeys } from './keys.ts';

describe('testKeys', () => {
  it('are the same every time, and differ by purpose', () => {
    const [one, two] = [testKeys(), testKeys()];
    expect(one.receipt).toEqual(two.receipt);
    expect(one.subgraph('cases')).toEqual(two.subgraph('cases'));
    expect(one.subgraph('cases')).not.toEqual(one.subgraph('staff-care'));
    expect(one.receipt.publicJwk.x).not.toBe(one.tokenIssuer.publicJwk.x);
  });
});
