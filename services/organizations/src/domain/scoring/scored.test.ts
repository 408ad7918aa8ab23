import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { circumstances, type FactCount, type ScoreBasis } from './score.ts';
import { scored } from './scored.ts';
import { ruleSet20261 } from './seeded/rs-2026-1.ts';
import { wilsonLowerBound } from './wilson.ts';

const aBasis = (overrides: Partial<ScoreBasis> = {}): ScoreBasis => ({
  dueDeadlines: 80,
  indicators: [],
  facts: [],
  credits: [],
  yellowQuartersBefore: 0,
  overdueOver30d: 0,
  ...overrides,
});

const indicator = (code: string, numerator: number, denominator: number) => ({ code, numerator, denominator });
const aFact = (kind: string, overrides: Partial<FactCount> = {}): FactCount => ({
  kind,
  count: 1,
  circumstances: [],
  ...overrides,
});
const score = (overrides: Partial<ScoreBasis>) => scored(ruleSet20261, aBasis(overrides));
const lineOf = (overrides: Partial<ScoreBasis>, item: string) =>
  score(overrides).lines.find((line) => line.item === item && line.kind !== 'CREDIT');

describe('the worked example of county A', () => {
  const example = score({
    indicators: [
      indicator('K01', 40, 40),
      indicator('K02', 38, 40),
      indicator('K03', 36, 40),
      indicator('K06', 39, 40),
      indicator('K08', 39, 50),
      indicator('K12', 48, 60),
      indicator('K13', 4, 20),
      indicator('K14', 24, 25),
      indicator('K15', 11, 20),
      indicator('K19', 17, 20),
      indicator('K21', 4, 4),
      indicator('K22', 5, 5),
    ],
    facts: [
      aFact('UNREGISTERED', { circumstances: ['deliberateConcealment'] }),
      aFact('BOUNCED', { count: 2, circumstances: ['selfReportedWithin3wdOfOccurrence'] }),
    ],
    credits: [{ event: 'SUGGESTION_AWARD', count: 1 }],
  });

  it('ends at 69.25 and YELLOW, as worked out by hand', () => {
    expect(example).toMatchObject({ total: 69.25, level: 'YELLOW', exposure: 0.25, demerits: 30.75, credits: 0 });
  });

  it('costs in each line what the hand has found', () => {
    expect(example.lines.map(({ item, value, isForgiven, points }) => [item, value, isForgiven, points])).toEqual([
      ['K01', 1, false, 0],
      ['K02', 0.975, true, -2],
      ['K03', 0.925, true, -8],
      ['K06', 1, true, 0],
      ['K08', 0.78, false, -2],
      ['K12', 0.682182, false, -6],
      ['K13', 0.15, true, -3],
      ['K14', 1, true, 0],
      ['K15', 0.6, true, 0],
      ['K19', 0.9, true, -1],
      ['K21', 1, false, 0],
      ['K22', 1, false, 0],
      ['UNREGISTERED', null, false, -8],
      ['BOUNCED', null, false, -0.75],
      ['SUGGESTION_AWARD', null, false, 0],
    ]);
  });

  it('is YELLOW for its score and for three major facts', () => {
    expect(example.triggers).toEqual(['warningRules[0].any[0]', 'warningRules[0].any[2]']);
  });
});

describe('scored, of indicators', () => {
  it.each([
    [49, 50, 0],
    [95, 100, -4],
    [90, 100, -8],
    [89, 100, -12],
  ])('reads the first band that %d of %d reaches', (numerator, denominator, points) => {
    expect(lineOf({ indicators: [indicator('K03', numerator, denominator)] }, 'K03')?.points).toBe(points);
  });

  it.each([
    [9, 0.888889, false],
    [10, 1, true],
    [49, 0.959184, true],
    [50, 0.94, false],
  ])('forgives one breach from 10 to 49 items: of %d', (n, value, isForgiven) => {
    const failing = n < 11 ? 1 : 3;
    const basis = { indicators: [indicator('K14', n - failing, n)] };
    expect(lineOf(basis, 'K14')).toMatchObject({ value, isForgiven });
  });

  it('forgives no rating, and has nothing to forgive where nothing failed', () => {
    expect(lineOf({ indicators: [indicator('K12', 30, 40)] }, 'K12')).toMatchObject({ isForgiven: false });
    expect(lineOf({ indicators: [indicator('K13', 0, 20)] }, 'K13')).toMatchObject({ isForgiven: false, value: 0 });
  });

  it('does not rate what is too few, nor a unit with fewer than ten due terms', () => {
    const notRated = { value: null, points: 0, remark: 'NOT_RATED' };
    expect(lineOf({ indicators: [indicator('K01', 0, 9)] }, 'K01')).toMatchObject(notRated);
    expect(lineOf({ indicators: [indicator('K12', 0, 29)] }, 'K12')).toMatchObject(notRated);
    expect(lineOf({ dueDeadlines: 9, indicators: [indicator('K01', 0, 40)] }, 'K01')).toMatchObject(notRated);
    expect(lineOf({ dueDeadlines: 10, indicators: [indicator('K01', 0, 40)] }, 'K01')).toMatchObject({ points: -4 });
  });

  it('gives credit for what was reached, and not for what was forgiven', () => {
    expect(score({ indicators: [indicator('K08', 46, 50), indicator('K15', 16, 20)] }).credits).toBe(5);
    expect(score({ indicators: [indicator('K15', 15, 20)] }).credits).toBe(0);
  });
});

describe('scored, of facts', () => {
  it.each([
    [0, 1],
    [10, 1],
    [20, 1],
    [40, 0.5],
    [80, 0.25],
    [800, 0.25],
  ])('weighs them by the chances to fail: with %d due terms by %d', (dueDeadlines, exposure) => {
    expect(lineOf({ dueDeadlines, facts: [aFact('BOUNCED')] }, 'BOUNCED')?.points).toBe(-3 * exposure);
  });

  it.each(['UNREGISTERED', 'WRONGFUL_NON_ADMISSION'])('weighs %s in full: hiding is never cheap', (kind) => {
    expect(lineOf({ dueDeadlines: 800, facts: [aFact(kind)] }, kind)?.points).toBe(-4);
  });

  it('never weighs a serious fact less', () => {
    const facts = [
      aFact('RETALIATION', {
        circumstances: ['selfReportedWithin3wdOfOccurrence', 'remediedWithin10wdOfConfirmation'],
      }),
    ];
    expect(lineOf({ facts }, 'RETALIATION')?.points).toBe(-20);
  });

  it('multiplies what makes a fact weigh more, up to three times', () => {
    const rules = { ...ruleSet20261, factors: { ...ruleSet20261.factors, deliberateConcealment: 2.5 } };
    const facts = [
      aFact('FALSE_COMPLETION', { circumstances: ['unremediedOver15wdOfConfirmation', 'deliberateConcealment'] }),
    ];
    expect(scored(rules, aBasis({ facts })).demerits).toBe(24);
    expect(scored(ruleSet20261, aBasis({ facts })).demerits).toBe(24);
  });

  it('leaves to an indicator what it measures, while it is rated', () => {
    const facts = [aFact('NOT_EXECUTED', { count: 2 })];
    expect(lineOf({ dueDeadlines: 20, facts }, 'NOT_EXECUTED')).toMatchObject({ points: -8, remark: null });
    expect(lineOf({ dueDeadlines: 20, facts, indicators: [indicator('K14', 20, 20)] }, 'NOT_EXECUTED')).toMatchObject({
      points: 0,
      remark: 'SCORED_BY_INDICATOR',
    });
  });

  it('never scores lateness twice, nor the cause of a matter', () => {
    expect(score({ facts: [aFact('LATE_REPLY', { count: 9 }), aFact('CAUSED_BY_UNIT', { count: 9 })] }).total).toBe(
      100,
    );
  });
});

describe('scored, of credits', () => {
  const credits = [
    { event: 'PRACTICE_REPLICATED_WITH_EFFECT', count: 3 },
    { event: 'SUGGESTION_AWARD', count: 3 },
  ];

  it('caps each event and all of them together', () => {
    expect(score({ credits }).total).toBe(106);
    const indicators = [indicator('K08', 50, 50), indicator('K15', 50, 50)];
    expect(score({ credits, indicators }).total).toBe(110);
  });

  it.each(['RUDENESS', 'BOUNCED'])('gives them beside %s', (kind) => {
    expect(score({ credits, facts: [aFact(kind)] }).credits).toBe(6);
  });

  it.each(['FALSE_COMPLETION', 'OBSTRUCTION'])('gives none beside %s', (kind) => {
    expect(score({ credits, facts: [aFact(kind)] }).credits).toBe(0);
  });
});

describe('scored, of levels', () => {
  it.each<[string, Partial<ScoreBasis>, string, readonly string[]]>([
    ['nothing', {}, 'GREEN', []],
    ['K03 below 85 %', { indicators: [indicator('K03', 84, 100)] }, 'YELLOW', ['warningRules[0].any[1]']],
    ['three major facts', { facts: [aFact('BOUNCED', { count: 3 })] }, 'YELLOW', ['warningRules[0].any[2]']],
    ['five terms long overdue', { overdueOver30d: 5 }, 'YELLOW', ['warningRules[0].any[3]']],
    [
      'the second YELLOW in a row',
      { overdueOver30d: 5, yellowQuartersBefore: 1 },
      'RED',
      ['warningRules[0].any[3]', 'warningRules[1].any[1]'],
    ],
    ['a GREEN quarter after a YELLOW one', { yellowQuartersBefore: 1 }, 'GREEN', []],
    ['a serious fact', { facts: [aFact('RATING_INTERFERENCE')] }, 'RED', ['warningRules[1].any[2]']],
    [
      'a serious fact of a unit that is not rated',
      { dueDeadlines: 3, facts: [aFact('RATING_INTERFERENCE')] },
      'RED',
      ['warningRules[1].any[2]'],
    ],
  ])('is set by %s', (_, basis, level, triggers) => {
    expect(score(basis)).toMatchObject({ level, triggers });
  });
});

describe('scored, at the edge of a level', () => {
  it.each([
    [10, 80, 'GREEN'],
    [11, 78, 'YELLOW'],
    [17, 66, 'YELLOW'],
    [18, 64, 'RED'],
  ])('by %d slight facts ends at %d: %s', (count, total, level) => {
    expect(score({ dueDeadlines: 20, facts: [aFact('NO_LEGAL_BASIS', { count })] })).toMatchObject({ total, level });
  });

  it('reads an indicator only from the number on that its condition names', () => {
    const condition = { indicator: 'K03', below: 0.85, minN: 30 };
    const rules = { ...ruleSet20261, warningRules: [{ level: 'YELLOW' as const, any: [condition] }] };
    const levelAt = (n: number) => scored(rules, aBasis({ indicators: [indicator('K03', 0, n)] })).level;
    expect([levelAt(29), levelAt(30)]).toEqual(['GREEN', 'YELLOW']);
  });
});

describe('scored, of any quarter', () => {
  const codes = ruleSet20261.indicatorItems.map((item) => item.indicator);
  const kinds = ruleSet20261.factItems.map(({ fact }) => fact);
  const counts = fc.tuple(fc.nat(60), fc.nat(60)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);
  const indicators = fc.tuple(...codes.map((code) => counts.map(([n = 0, of = 0]) => indicator(code, n, of))));
  const fact = fc.record({
    kind: fc.constantFrom(...kinds),
    count: fc.integer({ min: 1, max: 4 }),
    circumstances: fc.subarray([...circumstances]),
  });
  const basis = fc
    .record({ dueDeadlines: fc.nat(200), indicators, facts: fc.array(fact, { maxLength: 5 }) })
    .map((given) => aBasis(given));

  it('is the same each time, and the sum of its lines', () => {
    fc.assert(
      fc.property(basis, (given) => {
        const result = scored(ruleSet20261, given);
        expect(scored(ruleSet20261, given)).toEqual(result);
        expect(result.total).toBeCloseTo(100 + result.lines.reduce((sum, { points }) => sum + points, 0), 4);
      }),
    );
  });

  it('does not depend on who travelled where: no shown indicator changes anything', () => {
    fc.assert(
      fc.property(basis, fc.nat(40), (given, travels) => {
        const withTrips = [...given.indicators, indicator('K24', travels, 40), indicator('K27', travels, 40)];
        expect(scored(ruleSet20261, { ...given, indicators: withTrips })).toEqual(scored(ruleSet20261, given));
      }),
    );
  });

  it('never rises by another failure', () => {
    fc.assert(
      fc.property(basis, fact, (given, another) => {
        const more = scored(ruleSet20261, { ...given, facts: [...given.facts, another] });
        expect(more.total).toBeLessThanOrEqual(scored(ruleSet20261, given).total);
      }),
    );
  });

  it('never falls by one more item on time', () => {
    fc.assert(
      fc.property(basis, fc.nat(codes.length - 1), (given, at) => {
        const better = given.indicators.map((count, index) => (index === at ? improved(count) : count));
        const total = scored(ruleSet20261, { ...given, indicators: better }).total;
        expect(total).toBeGreaterThanOrEqual(scored(ruleSet20261, given).total);
      }),
    );
  });

  const improved = (count: ScoreBasis['indicators'][number]) => ({
    ...count,
    numerator:
      count.code === 'K13' ? Math.max(0, count.numerator - 1) : Math.min(count.denominator, count.numerator + 1),
  });
});

describe('wilsonLowerBound', () => {
  it.each([
    [90, 100, 0.8256],
    [900, 1000, 0.8798],
    [48, 60, 0.6822],
    [0, 30, 0],
    [30, 30, 0.8865],
  ])('of %d in %d is %d', (numerator, denominator, bound) => {
    expect(wilsonLowerBound(numerator, denominator)).toBeCloseTo(bound, 4);
  });
});
