import { describe, expect, it } from '@jest/globals';
import { choosePin, readPin } from './index.ts';

describe('choosePin', () => {
  it.each(['739215', '902814', ' 739215 '])('takes %j', (text) => {
    expect(choosePin(text)).toEqual({ ok: true, value: text.trim() });
  });

  it('takes full-width digits as what they mean', () => {
    expect(choosePin('７３９２１５')).toEqual({ ok: true, value: '739215' });
  });

  it.each(['', '73921', '7392155', '73921a', '739 215', '٧٣٩٢١٥', '+73921', '7392.1'])(
    'refuses %j, which is not six digits',
    (text) => {
      expect(choosePin(text)).toEqual({ ok: false, reason: 'PIN_MALFORMED' });
    },
  );

  it.each([
    ['one digit', '000000'],
    ['one digit, full-width', '６６６６６６'],
    ['two digits in turn', '121212'],
    ['two digits anyhow', '110100'],
    ['counting up', '123456'],
    ['counting up past nine', '789012'],
    ['counting down', '654321'],
    ['counting by twos', '135791'],
    ['three digits twice', '258258'],
    ['there and back', '123321'],
    ['a doubled run', '112233'],
    ['a doubled run downwards', '554433'],
  ])('refuses %s: %s', (_, text) => {
    expect(choosePin(text)).toEqual({ ok: false, reason: 'PIN_TOO_SIMPLE' });
  });

  // 280 of at most two digits; of the others 72 twice the same, 72 there and back, 8 evenly spaced, 8 doubled.
  it('refuses 440 of the hundred thousand that begin with 0', () => {
    const all = Array.from({ length: 100_000 }, (_, index) => String(index).padStart(6, '0'));

    expect(all.filter((pin) => !choosePin(pin).ok)).toHaveLength(440);
  });
});

describe('readPin', () => {
  it('reads any six digits, chosen well or not', () => {
    expect([readPin('000000'), readPin('73921'), readPin(' ７３９２１５')]).toEqual(['000000', null, '739215']);
  });
});
