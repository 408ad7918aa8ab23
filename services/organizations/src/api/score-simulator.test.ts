import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jsonHash } from '@onevisit/evidence';
import { seededId } from '@onevisit/kernel';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { ruleSet20261 } from '../domain/scoring/seeded/rs-2026-1.ts';
import { aReference } from '../testing/builders.ts';
import { mountWith } from '../testing/mount.ts';

let mounted: MountedForTest;

beforeAll(async () => {
  const { version, effectiveFrom } = ruleSet20261;
  mounted = await mountWith(
    aReference({
      ruleSets: [
        {
          id: seededId('rule-set', version),
          version,
          effectiveFrom,
          document: ruleSet20261,
          contentHash: jsonHash(ruleSet20261),
          draftedAt: new Date('2025-11-03T01:00:00Z'),
        },
      ],
    }),
  );
});

afterAll(() => mounted.close());

const simulate = (input: object) =>
  mounted.as(aViewer('PUBLIC', { language: 'en' }))(
    `query ($input: ScoreSimulatorInput!) { scoreSimulator(input: $input) {
      ruleSetVersion base exposure demerits credits total level triggers
      lines { kind item count value isForgiven band { threshold points } factors { name value } points remark } } }`,
    { input: { ruleSetVersion: 'RS-2026-1', dueDeadlines: 80, ...input } },
  );

const countyA = {
  indicators: [
    ['K01', 40, 40],
    ['K02', 38, 40],
    ['K03', 36, 40],
    ['K06', 39, 40],
    ['K08', 39, 50],
    ['K12', 48, 60],
    ['K13', 4, 20],
    ['K14', 24, 25],
    ['K15', 11, 20],
    ['K19', 17, 20],
    ['K21', 4, 4],
    ['K22', 5, 5],
  ].map(([code, numerator, denominator]) => ({ code, numerator, denominator })),
  facts: [
    { kind: 'UNREGISTERED', deliberateConcealment: true },
    { kind: 'BOUNCED', count: 2, selfReportedWithin3wdOfOccurrence: true },
  ],
};

describe('scoreSimulator', () => {
  it('works the example of county A out, for anybody without a login', async () => {
    const { data } = await simulate(countyA);
    const { lines, ...score } = (data as { scoreSimulator: { lines: { item: string }[] } }).scoreSimulator;
    expect(score).toEqual({
      ruleSetVersion: 'RS-2026-1',
      base: 100,
      exposure: 0.25,
      demerits: 30.75,
      credits: 0,
      total: 69.25,
      level: 'YELLOW',
      triggers: ['warningRules[0].any[0]', 'warningRules[0].any[2]'],
    });
    const shown = lines.filter(({ item }) => ['K02', 'BOUNCED'].includes(item));
    expect(shown).toEqual([
      {
        kind: 'INDICATOR',
        item: 'K02',
        count: 40,
        value: 0.975,
        isForgiven: true,
        band: { threshold: 0.95, points: 2 },
        factors: [],
        points: -2,
        remark: null,
      },
      {
        kind: 'FACT',
        item: 'BOUNCED',
        count: 2,
        value: null,
        isForgiven: false,
        band: null,
        factors: [
          { name: 'selfReportedWithin3wdOfOccurrence', value: 0.5 },
          { name: 'exposure', value: 0.25 },
        ],
        points: -0.75,
        remark: null,
      },
    ]);
  });

  it('scores nothing as a full score, with every indicator not rated', async () => {
    const { data } = await simulate({});
    const score = data?.['scoreSimulator'] as { lines: { remark: string }[] };
    expect(score).toMatchObject({ total: 100, level: 'GREEN' });
    expect(score.lines.map(({ remark }) => remark)).toEqual(Array.from({ length: 12 }, () => 'NOT_RATED'));
  });

  it.each<[object, string]>([
    [{ ruleSetVersion: 'RS-1999-1' }, 'There is no such rule set: ruleSetVersion'],
    [{ dueDeadlines: -1 }, 'Counts are not negative, and a numerator is not more than its denominator: dueDeadlines'],
    [
      { indicators: [{ code: 'K24', numerator: 1, denominator: 1 }] },
      'This rule set does not score that indicator: indicators[0].code',
    ],
    [
      { indicators: [1, 2].map(() => ({ code: 'K01', numerator: 1, denominator: 1 })) },
      'The indicator is given twice: indicators[1].code',
    ],
    [
      { indicators: [{ code: 'K01', numerator: 2, denominator: 1 }] },
      'Counts are not negative, and a numerator is not more than its denominator: indicators[0].numerator',
    ],
    [{ facts: [{ kind: 'TRAVELLED' }] }, 'There is no such kind of failure: facts[0].kind'],
    [
      { facts: [{ kind: 'BOUNCED', count: -1 }] },
      'Counts are not negative, and a numerator is not more than its denominator: facts[0].count',
    ],
    [
      {
        facts: [{ kind: 'BOUNCED', remediedWithin10wdOfConfirmation: true, unremediedOver15wdOfConfirmation: true }],
      },
      'What was remedied in time is not unremedied: facts[0]',
    ],
    [{ credits: [{ event: 'PRAISE' }] }, 'This rule set knows no such event: credits[0].event'],
    [{ facts: Array.from({ length: 101 }, () => ({ kind: 'BOUNCED' })) }, 'A hundred of each sort are the most: input'],
  ])('names the place of what cannot be: %#', async (input, message) => {
    const { data, errors } = await simulate(input);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
