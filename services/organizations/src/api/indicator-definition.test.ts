import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { indicatorDefinitions } from '../domain/indicator-definitions.ts';
import { aReference } from '../testing/builders.ts';
import { mountWith } from '../testing/mount.ts';

let mounted: MountedForTest;
const ask = (document: string, variables: Record<string, unknown> = {}) =>
  mounted.as(aViewer('PUBLIC'))(document, variables);

beforeAll(async () => {
  mounted = await mountWith(aReference({ indicatorDefinitions }));
});

afterAll(() => mounted.close());

describe('indicatorDefinitions', () => {
  it('say to everybody how each indicator is counted', async () => {
    const { data } = await ask(`{ indicatorDefinitions {
      code version name englishName formula englishFormula unit direction period minimumDenominator } }`);
    expect(data).toEqual({ indicatorDefinitions });
  });

  it('are found where another subgraph names one', async () => {
    const { data } = await ask(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on IndicatorDefinition { name direction } } }',
      { of: ['K13', 'K99'].map((code) => ({ __typename: 'IndicatorDefinition', code })) },
    );
    expect(data).toEqual({ _entities: [{ name: '复查复核改变率', direction: 'LOWER' }, null] });
  });
});
