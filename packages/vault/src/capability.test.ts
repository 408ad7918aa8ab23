import { describe, expect, it } from '@jest/globals';
import {
  capabilityHash,
  capabilityMatches,
  newSetupToken,
  newTrackingCode,
  readSetupToken,
  readTrackingCode,
  type CaseSecret,
} from './index.ts';
import { bytes } from './testing/vectors.ts';

const capabilityKey = bytes(64);
const caseId = '019a0000-0000-7000-8000-000000000001';
const code: CaseSecret = { kind: 'TRACKING_CODE', caseId, secret: '7F3K9QXM2A' };
const pin: CaseSecret = { kind: 'PIN', caseId, secret: '739215' };

describe('newTrackingCode', () => {
  it('has 10 characters that nobody takes for others, and differs every time', () => {
    const codes = Array.from({ length: 500 }, newTrackingCode);

    expect(codes.filter((drawn) => !/^[0-9A-HJKMNP-TV-Z]{10}$/.test(drawn))).toEqual([]);
    expect(new Set(codes).size).toBe(500);
  });
});

describe('readTrackingCode', () => {
  it.each(['70F1K9QXM2', '7of1k9qxm2', '70FIK-9QXM2', '70fl k9qxm2 '])('reads %j', (text) => {
    expect(readTrackingCode(text)).toBe('70F1K9QXM2');
  });

  it.each(['', '70F1K9QXM', '70F1K9QXM22', '70F1K9QXMU'])('cannot read %j', (text) => {
    expect(readTrackingCode(text)).toBeNull();
  });
});

describe('newSetupToken', () => {
  it('has 16 characters and can be read back as people type it', () => {
    const token = newSetupToken();

    expect(token).toHaveLength(16);
    expect(readSetupToken(` ${token.slice(0, 8)}-${token.slice(8).toLowerCase()}`)).toBe(token);
  });
});

describe('capabilityHash', () => {
  // HMAC-SHA256 of kind, case id and secret, joined by NUL, made with another implementation.
  it.each([
    [code, '42fef89e9636f7b0dc9d6029b4450f17dac32803d71be7df6bbc60e3337da938'],
    [pin, '4755a62afd5f1f8430d2a1b0dd1c0ed34c0f460550045dca3f30eb3bcfa8cd12'],
  ])('of %j stays what it is', (secret, hash) => {
    expect(capabilityHash(capabilityKey, secret).toString('hex')).toBe(hash);
  });
});

describe('capabilityMatches', () => {
  const kept = capabilityHash(capabilityKey, code);

  it('knows the secret again', () => {
    expect(capabilityMatches(capabilityKey, code, kept)).toBe(true);
  });

  it.each<[string, CaseSecret]>([
    ['another code', { ...code, secret: '7F3K9QXM2B' }],
    ['another case', { ...code, caseId: '019a0000-0000-7000-8000-000000000002' }],
    ['another kind', { ...code, kind: 'SETUP_TOKEN' }],
  ])('refuses %s', (_, shown) => {
    expect(capabilityMatches(capabilityKey, shown, kept)).toBe(false);
  });

  it('refuses under another key', () => {
    expect(capabilityMatches(bytes(65), code, kept)).toBe(false);
  });

  it.each([
    ['nothing', null],
    ['an empty hash', Buffer.alloc(0)],
    ['the beginning of the hash', kept.subarray(0, 16)],
    ['zeros', Buffer.alloc(32)],
  ])('refuses when %s was kept', (_, other) => {
    expect(capabilityMatches(capabilityKey, code, other)).toBe(false);
  });
});
