import { describe, expect, it } from '@jest/globals';
import { indicatorDefinitions } from './indicator-definitions.ts';

const codesWhere = (field: 'direction' | 'period' | 'unit', value: string) =>
  indicatorDefinitions.filter((indicator) => indicator[field] === value).map(({ code }) => code);

describe('indicatorDefinitions', () => {
  it('are K01 to K27, each once and in their order', () => {
    expect(indicatorDefinitions.map(({ code }) => code)).toEqual(
      Array.from({ length: 27 }, (_, index) => `K${String(index + 1).padStart(2, '0')}`),
    );
  });

  it('read rare things over the trailing four quarters', () => {
    expect(codesWhere('period', 'TRAILING_FOUR_QUARTERS')).toEqual(['K13', 'K15', 'K18', 'K20', 'K21']);
  });

  it('only show the share of checks without fault and of withdrawals', () => {
    expect(codesWhere('direction', 'SHOWN')).toEqual(['K24', 'K27']);
  });

  it('know where less is better', () => {
    expect(codesWhere('direction', 'LOWER')).toEqual(['K04', 'K05', 'K10', 'K13', 'K16', 'K17']);
  });
});
