import { describe, expect, it } from '@jest/globals';
import { matterKey, type Matter } from './index.ts';
import { bytes } from './testing/vectors.ts';

const rootKey = bytes(96);
const wages: Matter = { countyCode: '990102', issueTypeCode: 'LABOUR.WAGES' };
const identity = '11010119900307001X';
const keyOf = (matter: Matter, text = identity) => matterKey(rootKey, matter, text).toString('hex');

describe('matterKey', () => {
  // HKDF-SHA256 with info county NUL issue, then HMAC-SHA256 cut to 16 bytes, made with another implementation.
  it('stays what it is', () => {
    expect(keyOf(wages)).toBe('0b0ebc2faa111302982197465dc39c3a');
  });

  it.each([
    '11010119900307001x',
    '１１０１０１１９９００３０７００１Ｘ',
    '110101 19900307-001X',
    ' 110101－19900307 001x\n',
  ])('is the same for the same identity written as %j', (text) => {
    expect(keyOf(wages, text)).toBe(keyOf(wages));
  });

  it('differs by identity', () => {
    expect(keyOf(wages, '110101199003070028')).not.toBe(keyOf(wages));
  });

  it('makes unequal keys of equal identities on two matters', () => {
    const matters = [
      wages,
      { ...wages, countyCode: '990103' },
      { ...wages, issueTypeCode: 'LABOUR.INJURY' },
      { countyCode: '990102\0LABOUR', issueTypeCode: 'WAGES' },
    ];

    expect(new Set(matters.map((matter) => keyOf(matter))).size).toBe(4);
  });

  it('differs by installation', () => {
    expect(matterKey(bytes(97), wages, identity).toString('hex')).not.toBe(keyOf(wages));
  });

  it.each(['', ' - ', '\u200B'])('refuses %j, under which everybody without an identity would meet', (text) => {
    expect(() => matterKey(rootKey, wages, text)).toThrow(RangeError);
  });
});
