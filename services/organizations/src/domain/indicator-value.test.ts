import { describe, expect, it } from '@jest/globals';
import { aViewer } from '@onevisit/testing';
import { anIndicatorValue } from '../testing/builders.ts';
import { indicatorDefinitions } from './indicator-definitions.ts';
import { shownTo } from './indicator-value.ts';

const definitionOf = (code: string) => {
  const definition = indicatorDefinitions.find((candidate) => candidate.code === code);
  if (!definition) throw new Error(code);
  return definition;
};
const shown = (role: Parameters<typeof aViewer>[0], code: string, numerator: number, denominator: number) =>
  shownTo(aViewer(role), definitionOf(code), anIndicatorValue({ code, numerator, denominator }));

const notRated = { isRated: false, numerator: null, denominator: null, value: null, band: null };

describe('shownTo', () => {
  it('tells colleagues the figures from the indicator’s minimum on', () => {
    expect(shown('CHIEF', 'K03', 9, 10)).toEqual({
      isRated: true,
      numerator: 9,
      denominator: 10,
      value: 0.9,
      band: null,
    });
    expect(shown('CHIEF', 'K03', 9, 9)).toEqual(notRated);
  });

  it.each([
    ['SUPERVISOR', true],
    ['DIRECTOR', false],
  ] as const)('tells a %s of four items: %j', (role, isRated) => {
    expect(shown(role, 'K18', 3, 4).isRated).toBe(isRated);
  });

  it('tells a supervisor of nothing below the minimum', () => {
    expect(shown('SUPERVISOR', 'K18', 2, 2)).toEqual(notRated);
  });

  it.each(['PUBLIC', 'PETITIONER'] as const)('tells the %s of ten items or more', (role) => {
    expect(shown(role, 'K14', 5, 9)).toEqual(notRated);
    expect(shown(role, 'K14', 10, 20)).toMatchObject({ value: 0.5, numerator: 10, denominator: 20 });
  });

  it.each([
    [9, 40, { from: 0.2, to: 0.3 }],
    [31, 40, { from: 0.7, to: 0.8 }],
    [40, 40, { from: 0.9, to: 1 }],
    [0, 40, { from: 0, to: 0.1 }],
  ])('tells the public a band where %d of %d would tell of a few', (numerator, denominator, band) => {
    expect(shown('PUBLIC', 'K03', numerator, denominator)).toEqual({
      isRated: true,
      numerator: null,
      denominator: null,
      value: null,
      band,
    });
  });

  it('takes the Wilson bound of satisfaction, and days as they are', () => {
    expect(shown('DIRECTOR', 'K12', 48, 60).value).toBe(0.682182);
    expect(shown('PUBLIC', 'K05', 41.5, 60).value).toBe(41.5);
  });
});
