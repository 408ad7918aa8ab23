import { describe, expect, it } from '@jest/globals';
import { isPulseAnswer, unitGroups, type PlacedStaff } from './pulse.ts';

const people = (count: number, ...areaPath: string[]): readonly PlacedStaff[] =>
  Array.from({ length: count }, (_, at) => ({ staffId: `${areaPath.join('/')}#${at + 10}`, areaPath }));

const sizes = (...staff: (readonly PlacedStaff[])[]) =>
  unitGroups(staff.flat()).map(({ unitGroup, members }) => [unitGroup, members.length]);

describe('unitGroups', () => {
  it('are counties of at least 20, with their townships; the others are one with the city', () => {
    expect(
      sizes(
        people(8, '990100'),
        people(15, '990100', '990102'),
        people(5, '990100', '990102', '990102001'),
        people(19, '990100', '990103'),
      ),
    ).toEqual([
      ['990100', 27],
      ['990102', 20],
    ]);
  });

  it('are none where even all that is left is too small', () => {
    expect(sizes(people(5, '990100'), people(14, '990100', '990103'))).toEqual([]);
  });

  it('take in nobody of whose organization nothing is known', () => {
    expect(sizes(people(30))).toEqual([]);
  });
});

describe('isPulseAnswer', () => {
  it.each([
    [0, false],
    [1, true],
    [5, true],
    [6, false],
  ])('of %i: %s', (answer, given) => {
    expect(isPulseAnswer(answer)).toBe(given);
  });
});
