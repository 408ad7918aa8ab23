import { describe, expect, it } from '@jest/globals';
import { checkedText } from './sealed-text.ts';

describe('checkedText', () => {
  it('keeps a text exactly as it came', () => {
    expect(checkedText('TEXT', ' 家里老人住院，\n需要调休。')).toEqual({
      ok: true,
      value: ' 家里老人住院，\n需要调休。',
    });
  });

  it.each(['', ' \n\t'])('refuses a text that says nothing: %j', (text) => {
    expect(checkedText('TEXT', text)).toEqual({ ok: false, reason: 'TEXT_EMPTY' });
    expect(checkedText('NOTE', text)).toEqual({ ok: false, reason: 'NOTE_EMPTY' });
  });

  it.each(['字', '𠮷'])('takes 20,000 code points of %s and not one more', (character) => {
    expect(checkedText('NOTE', character.repeat(20_000)).ok).toBe(true);
    expect(checkedText('NOTE', character.repeat(20_001))).toEqual({ ok: false, reason: 'NOTE_TOO_LONG' });
  });
});
