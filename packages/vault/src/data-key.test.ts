import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import {
  BrokenSealError,
  createKeyRing,
  MissingKeyError,
  newDataKey,
  rewrapKey,
  unwrapKey,
  wrapKey,
  wrappedPrefix,
} from './index.ts';
import { bytes, changedAt } from './testing/vectors.ts';

const caseId = '019a0000-0000-7000-8000-000000000001';
const first = { id: 'k1', key: bytes(0) };
const second = { id: 'k2', key: bytes(200) };
const ring = createKeyRing([first]);
const rotated = createKeyRing([second, first]);

describe('wrapKey', () => {
  it('gives back the key that was wrapped', () => {
    const dataKey = newDataKey();

    expect(unwrapKey(ring, caseId, wrapKey(ring, caseId, dataKey)).equals(dataKey)).toBe(true);
  });

  it('makes keys of 32 bytes, never the same', () => {
    const [one, other] = [newDataKey().export(), newDataKey().export()];

    expect([one.length, one.equals(other)]).toEqual([32, false]);
  });

  it('never writes the same twice', () => {
    const dataKey = newDataKey();

    expect(wrapKey(ring, caseId, dataKey)).not.toBe(wrapKey(ring, caseId, dataKey));
  });
});

describe('unwrapKey', () => {
  // Made with another implementation of HKDF and AES-GCM. Keys in databases look like this: it opens for ever.
  const golden = 'v1.k1.ZGVmZ2hpamtsbW5v.UopFPNAhlo79Wi1NM6esmQ.JefDktNS_NPNuVww4X6NfbcBBaqoNXKgOOHWFOR8l-M';

  it('opens what was written before', () => {
    expect(unwrapKey(ring, caseId, golden).export()).toEqual(bytes(32));
  });

  it('opens under a ring that has moved on', () => {
    expect(unwrapKey(rotated, caseId, golden).export()).toEqual(bytes(32));
  });

  it('refuses the key of another case', () => {
    expect(() => unwrapKey(ring, caseId.replace(/1$/, '2'), golden)).toThrow(BrokenSealError);
  });

  it('refuses a key that was changed anywhere after its ring key', () => {
    for (let position = 'v1.k1.'.length; position < golden.length; position += 1) {
      expect(() => unwrapKey(ring, caseId, changedAt(golden, position))).toThrow(BrokenSealError);
    }
  });

  it.each(['', 'v2', golden.replace('v1', 'v2'), `${golden}.`, golden.replace(/\.[^.]*$/, '')])(
    'refuses %j, which is no wrapped key',
    (text) => {
      expect(() => unwrapKey(ring, caseId, text)).toThrow(BrokenSealError);
    },
  );

  it('names the ring key that is missing', () => {
    expect(() => unwrapKey(createKeyRing([second]), caseId, golden)).toThrow(new MissingKeyError('k1'));
  });

  it('refuses another key under the same id', () => {
    expect(() => unwrapKey(createKeyRing([{ ...second, id: 'k1' }]), caseId, golden)).toThrow(BrokenSealError);
  });
});

describe('rewrapKey', () => {
  it('wraps the same data key with the current ring key', () => {
    const dataKey = newDataKey();
    const rewrapped = rewrapKey(rotated, caseId, wrapKey(ring, caseId, dataKey));

    expect(rewrapped.startsWith(wrappedPrefix(rotated))).toBe(true);
    expect(unwrapKey(createKeyRing([second]), caseId, rewrapped).equals(dataKey)).toBe(true);
  });

  it('keeps what is current', () => {
    const wrapped = wrapKey(rotated, caseId, newDataKey());

    expect(rewrapKey(rotated, caseId, wrapped)).toBe(wrapped);
  });

  it('does not wrap for another case', () => {
    const wrapped = wrapKey(ring, caseId, newDataKey());

    expect(() => rewrapKey(rotated, 'another', wrapped)).toThrow(BrokenSealError);
  });
});

describe('createKeyRing', () => {
  it.each([
    ['no key', [], 'a key ring needs a key'],
    ['a short key', [{ id: 'k1', key: bytes(0).subarray(1) }], 'key k1 has 31 bytes instead of 32'],
    ['an id with a dot', [{ id: 'k.1', key: bytes(0) }], '"k.1" cannot be the id of a key'],
    ['an empty id', [{ id: '', key: bytes(0) }], '"" cannot be the id of a key'],
    ['an id twice', [first, { ...second, id: 'k1' }], 'two keys of the ring have the same id'],
  ])('refuses %s', (_, keys, message) => {
    expect(() => createKeyRing(keys)).toThrow(new RangeError(message));
  });

  it('shows no key to whoever prints it', () => {
    expect(JSON.stringify([...ring.keys])).toBe('[["k1",{}]]');
    expect(inspect(ring, { depth: 9, showHidden: true })).not.toMatch(/01,? ?02,? ?03/);
  });
});
