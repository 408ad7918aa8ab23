import { describe, expect, it } from '@jest/globals';
import { isId, newId, seededId } from './index.ts';

describe('isId', () => {
  it('knows new and seeded ids', () => {
    expect([newId(), seededId('staff', '990102-LETT/1')].map(isId)).toEqual([true, true]);
  });

  it('knows that a code is none', () => {
    expect(['', '990102-LETT', '01890000-0000-7000-8000'].map(isId)).toEqual([false, false, false]);
  });
});

describe('seededId', () => {
  it('is the same every time', () => {
    expect(seededId('organization', '990100-LETT')).toBe(seededId('organization', '990100-LETT'));
  });

  it('differs by kind and by code', () => {
    const ids = [seededId('organization', 'A'), seededId('staff', 'A'), seededId('organization', 'B')];
    expect(new Set(ids).size).toBe(3);
  });
});
