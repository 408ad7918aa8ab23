import { describe, expect, it } from '@jest/globals';
import type { JWK } from 'jose';
import { isAnchorSigned, rootOfHeads, signAnchor, type AnchorFacts } from './index.ts';

const publicJwk: JWK = { kty: 'OKP', crv: 'Ed25519', kid: 'r1', x: 'ebVWLo_mVPlAeLES6KmLp5AfhTrmlb7X4OORC60ElmQ' };
const key = { kid: 'r1', privateJwk: { ...publicJwk, d: 'AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA' } };
const keys = { keys: [publicJwk] };

const heads = [
  { caseId: 'b', seq: 2, hash: 'y' },
  { caseId: 'a', seq: 7, hash: 'x' },
];
const facts: AnchorFacts = { date: '2026-03-02', merkleRoot: rootOfHeads(heads), count: 2, previousRoot: null };

describe('rootOfHeads', () => {
  it('does not depend on the order in which the heads are read', () => {
    expect(rootOfHeads(heads.toReversed())).toBe(rootOfHeads(heads));
  });

  it.each([
    ['another case', { caseId: 'c' }],
    ['another place', { seq: 8 }],
    ['another hash', { hash: 'z' }],
  ])('is another for %s', (_, change) => {
    expect(rootOfHeads(heads.map((head) => ({ ...head, ...change })))).not.toBe(rootOfHeads(heads));
  });
});

describe('a signed anchor', () => {
  it('vouches for what was signed', async () => {
    expect(await isAnchorSigned(await signAnchor(key, facts), facts, keys)).toBe(true);
  });

  it.each<[string, Partial<AnchorFacts>]>([
    ['its day', { date: '2026-03-03' }],
    ['its root', { merkleRoot: rootOfHeads([]) }],
    ['its count', { count: 1 }],
    ['the root before it', { previousRoot: 'x' }],
  ])('does not vouch for it once somebody changed %s', async (_, change) => {
    expect(await isAnchorSigned(await signAnchor(key, facts), { ...facts, ...change }, keys)).toBe(false);
  });

  it('is not one of ours where the signature was tampered with', async () => {
    const [head, body] = (await signAnchor(key, facts)).split('.');

    expect(await isAnchorSigned(`${head}.${body}.AAAA`, facts, keys)).toBe(false);
  });
});
