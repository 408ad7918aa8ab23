import { describe, expect, it } from '@jest/globals';
import { compactText, drawnCharacters, readCharacters } from './crockford.ts';

describe('drawnCharacters', () => {
  it('draws every character of the alphabet equally often from equally frequent bytes', () => {
    const drawn = drawnCharacters(256, (size) => Uint8Array.from({ length: size }, (_, index) => index));

    expect(drawn).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.repeat(8));
  });

  it('draws others the next time', () => {
    expect(drawnCharacters(20)).not.toBe(drawnCharacters(20));
  });
});

describe('readCharacters', () => {
  it.each(['01AZ10', '01az10', 'o1azI0', 'OLAZLO', '01A-Z10', ' 01a z10\n', '０１ＡＺ１０', '01—az—io'])(
    'reads %j as it was drawn',
    (text) => {
      expect(readCharacters(text, 6)).toBe('01AZ10');
    },
  );

  it.each(['', '01AZ1', '01AZ100', '01AZ1U', '01AZ1*', '01AZ1𝟘𝟘', '零1AZ10'])('cannot read %j', (text) => {
    expect(readCharacters(text, 6)).toBeNull();
  });
});

describe('compactText', () => {
  it('drops spaces, hyphens of every width and characters that take no room', () => {
    expect(compactText(' １１０１０１－1990 0307—001\u200Bx ')).toBe('11010119900307001X');
  });
});
