import { describe, expect, it } from '@jest/globals';
import { faultsIn } from './rule-set-faults.ts';
import { ruleSet20252 } from './seeded/rs-2025-2.ts';
import { ruleSet20261 } from './seeded/rs-2026-1.ts';
import { ruleSet20262 } from './seeded/rs-2026-2.ts';

const rules = ruleSet20261;
const [first, ...others] = rules.indicatorItems;

describe('faultsIn', () => {
  it.each([ruleSet20252, ruleSet20261, ruleSet20262('2026-07-01')])('finds none in $version', (document) => {
    expect(faultsIn(document)).toEqual([]);
  });

  it.each([null, [], 'RS-2026-1', 7])('does not take %j for a rule set', (document) => {
    expect(faultsIn(document)).toEqual([{ code: 'VALUE_INVALID', place: '' }]);
  });

  it('names all faults at once', () => {
    expect(faultsIn({ ...rules, base: '100', period: 'YEAR' })).toEqual([
      { code: 'VALUE_INVALID', place: 'period' },
      { code: 'VALUE_INVALID', place: 'base' },
    ]);
  });

  it.each<[string, object, string, string]>([
    ['a missing field', without('base'), 'FIELD_MISSING', 'base'],
    ['a field that no rule set has', { staffScores: [] }, 'FIELD_UNKNOWN', 'staffScores'],
    ['a day that begins no quarter', { effectiveFrom: '2026-05-01' }, 'VALUE_INVALID', 'effectiveFrom'],
    [
      'an unknown operator',
      { warningRules: [{ level: 'RED', any: [{ scoreBelow: 65 }, { contactsOver: 10 }] }] },
      'UNKNOWN_OPERATOR',
      'warningRules[0].any[1].contactsOver',
    ],
    [
      'an unknown operator beside a known one',
      { warningRules: [{ level: 'RED', any: [{ scoreBelow: 65, orElse: true }] }] },
      'UNKNOWN_OPERATOR',
      'warningRules[0].any[0].orElse',
    ],
    [
      'a known operator that lacks a part',
      { warningRules: [{ level: 'RED', any: [{ indicator: 'K03', below: 0.5 }] }] },
      'FIELD_MISSING',
      'warningRules[0].any[0].minN',
    ],
    ['an unknown level', { warningRules: [{ level: 'BLACK', any: [] }] }, 'VALUE_INVALID', 'warningRules[0].level'],
    ['a fact in no list', { unscoredFacts: [] }, 'FACT_IN_NO_LIST', 'CAUSED_BY_UNIT'],
    ['a fact in two lists', { unscoredFacts: ['CAUSED_BY_UNIT', 'BOUNCED'] }, 'FACT_IN_TWO_LISTS', 'unscoredFacts[1]'],
    ['an unknown fact', { unscoredFacts: ['CAUSED_BY_UNIT', 'TRAVELLED'] }, 'UNKNOWN_FACT', 'unscoredFacts[1]'],
    [
      'a severity that no fact carries',
      { factItems: rules.factItems.map((item) => ({ ...item, severity: 'MAJOR' })) },
      'SEVERITY_UNCARRIED',
      'warningRules[1].any[2]',
    ],
    [
      'an unknown severity',
      { factItems: [{ fact: 'BOUNCED', points: 1, severity: 'DIRE' }] },
      'VALUE_INVALID',
      'factItems[0].severity',
    ],
    ['an unknown indicator', { trailing4Quarters: ['K99'] }, 'UNKNOWN_INDICATOR', 'trailing4Quarters[0]'],
    [
      'an indicator that is only shown',
      { indicatorItems: [...rules.indicatorItems, { indicator: 'K24', bands: [[0, 0]] }] },
      'INDICATOR_NEVER_SCORED',
      'indicatorItems[12].indicator',
    ],
    [
      'an indicator that the rules themselves never score',
      { neverScored: [...rules.neverScored, 'K01'] },
      'INDICATOR_NEVER_SCORED',
      'indicatorItems[0].indicator',
    ],
    [
      'an indicator that is no share',
      { indicatorItems: [...rules.indicatorItems, { indicator: 'K05', direction: 'LOWER', bands: [[1, 0]] }] },
      'UNKNOWN_INDICATOR',
      'indicatorItems[12].indicator',
    ],
    [
      'an indicator twice',
      { indicatorItems: [...rules.indicatorItems, first] },
      'INDICATOR_TWICE',
      'indicatorItems[12].indicator',
    ],
    [
      'bands out of order',
      {
        indicatorItems: [
          {
            ...first,
            bands: [
              [0.9, 0],
              [0.95, 1],
              [0, 4],
            ],
          },
          ...others,
        ],
      },
      'BANDS_DISORDERED',
      'indicatorItems[0].bands[1]',
    ],
    [
      'a worse band that costs less',
      {
        indicatorItems: [
          {
            ...first,
            bands: [
              [0.9, 2],
              [0, 1],
            ],
          },
          ...others,
        ],
      },
      'BANDS_DISORDERED',
      'indicatorItems[0].bands[1]',
    ],
    [
      'values that no band takes',
      {
        indicatorItems: [
          {
            ...first,
            bands: [
              [0.9, 0],
              [0.5, 1],
            ],
          },
          ...others,
        ],
      },
      'BANDS_DISORDERED',
      'indicatorItems[0].bands[1]',
    ],
    [
      'a threshold above 1',
      { indicatorItems: [{ ...first, bands: [[98, 0]] }] },
      'VALUE_INVALID',
      'indicatorItems[0].bands[0][0]',
    ],
    [
      'the wrong direction',
      {
        indicatorItems: [
          {
            ...first,
            direction: 'LOWER',
            bands: [
              [0.1, 0],
              [1, 4],
            ],
          },
          ...others,
        ],
      },
      'VALUE_INVALID',
      'indicatorItems[0].direction',
    ],
    [
      'a fact left to an indicator that is not scored',
      { scoredByIndicatorWhenRated: { BOUNCED: 'K07' } },
      'UNKNOWN_INDICATOR',
      'scoredByIndicatorWhenRated.BOUNCED',
    ],
    ['an integrity fact without points', { integrityFacts: ['CAUSED_BY_UNIT'] }, 'UNKNOWN_FACT', 'integrityFacts[0]'],
    [
      'petitioners whom the rules do not protect',
      { neverScored: rules.neverScored.filter((item) => item !== 'petitioner') },
      'NEVER_SCORED_MISSING',
      'neverScored: petitioner',
    ],
    [
      'a factor for how a fault came to light',
      { factors: { ...rules.factors, discoveryRouteIsAFactor: true } },
      'VALUE_INVALID',
      'factors.discoveryRouteIsAFactor',
    ],
    [
      'serious facts that may weigh less',
      { factors: { ...rules.factors, belowOneNeverFor: [] } },
      'VALUE_INVALID',
      'factors.belowOneNeverFor',
    ],
    [
      'an appeal window that is too short',
      { appeal: { ...rules.appeal, windowWorkdays: 5 } },
      'VALUE_INVALID',
      'appeal.windowWorkdays',
    ],
  ])('names the place of %s', (_, changed, code, place) => {
    const document = 'version' in changed ? changed : { ...rules, ...changed };
    expect(faultsIn(document)).toEqual([{ code, place }]);
  });
});

function without(field: keyof typeof rules): object {
  const { [field]: _left, ...rest } = rules;
  return rest;
}
