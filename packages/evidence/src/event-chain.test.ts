import { describe, expect, it } from '@jest/globals';
import { chainedEvent, jsonHash, textHash, verifyChain, type ChainedEvent, type EventFacts } from './index.ts';

const registered: EventFacts = {
  caseId: '019a0000-0000-7000-8000-000000000001',
  type: 'CaseRegistered',
  at: new Date('2026-08-03T01:02:03.004Z'),
  actor: '019a0000-0000-7000-8000-00000000000a',
  organization: '019a0000-0000-7000-8000-00000000000b',
  visibility: 'PETITIONER',
  reasonHash: null,
  payloadHash: jsonHash({ partySize: 3, channel: 'VISIT' }),
};

const referred: EventFacts = {
  ...registered,
  type: 'CaseReferred',
  at: new Date('2026-08-04T00:00:00Z'),
  actor: null,
  organization: null,
  visibility: 'UNIT',
  reasonHash: textHash('v1.aaa.bbb.ccc'),
};

function aChain(): readonly [ChainedEvent, ChainedEvent, ChainedEvent] {
  const first = chainedEvent(registered, null);
  const second = chainedEvent(referred, first);
  return [first, second, chainedEvent({ ...referred, type: 'CaseAdmitted' }, second)];
}

describe('chainedEvent', () => {
  // SHA-256 of the RFC 8785 JSON, made with another implementation. Chains are checked with it for ever.
  it('hashes as it always did', () => {
    const [first, second] = aChain();

    expect(first).toEqual({
      ...registered,
      payloadHash: 'd9f3b971cd68e69e8dc0de6276012dde28c3f7f57aa061fbc74fd555e864951d',
      seq: 1,
      prevHash: null,
      hash: '9f96cd62d45d72cfb6c0f9db2445cea4b93274e4120852e820e440ca6dcde7c0',
    });
    expect(second).toEqual({
      ...referred,
      reasonHash: '9efbeac0b44349f21b3817f5c67afb8ee6f2217e6009aa8404f9b02a4f7c5abd',
      seq: 2,
      prevHash: first.hash,
      hash: '693c215397684f6cad4ee980d3ce96c329cf0b961e81b7d32e40d432405f4f07',
    });
  });

  it('does not depend on what else stands in the row', () => {
    const row = { id: '019a0000-0000-7000-8000-0000000000ff', ...registered };

    expect(chainedEvent(row, null).hash).toBe(aChain()[0].hash);
  });
});

describe('verifyChain', () => {
  it('finds nothing where all is whole', () => {
    expect([verifyChain([]), verifyChain(aChain().slice(0, 1)), verifyChain(aChain())]).toEqual([null, null, null]);
  });

  const other = 'other';
  it.each<[string, Partial<ChainedEvent>]>([
    ['its case', { caseId: other }],
    ['its place', { seq: 3 }],
    ['its type', { type: other }],
    ['its time', { at: new Date('2026-08-04T00:00:00.001Z') }],
    ['who did it', { actor: other }],
    ['the office', { organization: other }],
    ['who may see it', { visibility: other }],
    ['its reason', { reasonHash: null }],
    ['its payload', { payloadHash: other }],
    ['the event before it', { prevHash: null }],
    ['its own hash', { hash: other }],
  ])('finds the event of which somebody changed %s', (_, change) => {
    const [first, second, third] = aChain();

    expect(verifyChain([first, { ...second, ...change }, third])).toBe(2);
  });

  it('finds the place behind an event that was written anew with a hash of its own', () => {
    const [first, , third] = aChain();
    const forged = chainedEvent({ ...referred, type: 'CaseReturned' }, first);

    expect(verifyChain([first, forged, third])).toBe(3);
  });

  it('finds an event that skips a number', () => {
    const [first] = aChain();

    expect(verifyChain([first, chainedEvent(referred, { ...first, seq: 2 })])).toBe(2);
  });

  it('finds the place of an event that is missing', () => {
    const [first, second, third] = aChain();

    expect([verifyChain([first, third]), verifyChain([second, third])]).toEqual([2, 1]);
  });

  it('finds two events that changed places', () => {
    const [first, second, third] = aChain();

    expect(verifyChain([first, third, second])).toBe(2);
  });

  it('finds an event that stands there twice', () => {
    const [first, second] = aChain();

    expect(verifyChain([first, second, second])).toBe(3);
  });

  it('finds an event of another case that was chained on', () => {
    const [first] = aChain();

    expect(verifyChain([first, chainedEvent({ ...referred, caseId: other }, first)])).toBe(2);
  });
});

describe('jsonHash', () => {
  it('does not depend on the order of members', () => {
    expect(jsonHash({ b: [1, { d: null, c: '信' }], a: 1.0 })).toBe(jsonHash({ a: 1, b: [1, { c: '信', d: null }] }));
  });

  it('refuses what is no JSON', () => {
    expect(() => jsonHash(undefined)).toThrow(TypeError);
  });
});
