import { describe, expect, it } from '@jest/globals';
import { idAt, isId, newId, seededId } from './index.ts';

describe('isId', () => {
  it('knows new and seeded ids', () => {
    expect([newId(), seededId('staff', '990102-LETT/1')].map(isId)).toEqual([true, true]);
  });

  it('knows that a code is none', () => {
    expect(['', '990102-LETT', '01890000-0000-7000-8000'].map(isId)).toEqual([false, false, false]);
  });
});

describe('newId', () => {
  it('sorts by the time that it was made', () => {
    const ids = Array.from({ length: 1_000 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(1_000);
  });
});

describe('seededId', () => {
  it('is the same every time', () => {
    expect(seededId('organization', '990100-LETT')).toBe(seededId('organization', '990100-LETT'));
  });

  // These ids are kept in every installation: no change of ours or of a library may move them.
  it.each([
    ['organization', '990100-LETT', '018cc251-f400-71d1-9e63-1e3b38cf2224'],
    ['staff', '990102-LETT/1', '018cc251-f400-7f88-a4d1-76748fb663c5'],
    ['campaign', 'CP-BASE', '018cc251-f400-70c8-9cf7-a6e4e92c928a'],
  ])('of %s %s stays for ever', (kind, code, id) => {
    expect(seededId(kind, code)).toBe(id);
  });

  it('is older than every new id', () => {
    expect(seededId('organization', '990100-LETT') < newId()).toBe(true);
  });

  it('differs by kind and by code', () => {
    const ids = [seededId('organization', 'A'), seededId('staff', 'A'), seededId('organization', 'B')];
    expect(new Set(ids).size).toBe(3);
  });
});

describe('idAt', () => {
  const at = new Date('2026-03-02T01:00:00Z');
  const random = Uint8Array.from({ length: 16 }, (_, place) => place);

  it('is the same for the same time, place and random bytes', () => {
    expect(idAt(at, 3, random)).toBe(idAt(at, 3, random));
    expect(isId(idAt(at, 3, random))).toBe(true);
  });

  it('sorts by its time, then by its place', () => {
    const later = new Date(at.getTime() + 1);
    const ids = [
      idAt(at, 0, random.toReversed()),
      idAt(at, 1, random),
      idAt(at, 1_000, random),
      idAt(later, 0, random),
    ];
    expect(ids.toSorted()).toEqual(ids);
  });

  it('differs by its random bytes', () => {
    expect(idAt(at, 3, random)).not.toBe(idAt(at, 3, random.toReversed()));
  });
});
