import { describe, expect, it } from '@jest/globals';
import { aMetric, aRegistration, aValue } from '../../testing/builders.ts';
import type { IndicatorValue } from '../indicator.ts';
import { quartersWithin } from '../quarter.ts';
import { findingsOf } from './evaluation.ts';
import type { EvaluationDesign } from './pre-registration.ts';

const design: EvaluationDesign = aRegistration({ pilotTo: '2027-03-31' });
const before = quartersWithin('2025-04-01', '2026-03-31');
const during = quartersWithin('2026-04-01', '2027-03-31');

type Levels = Readonly<{
  pilot: readonly [number, number];
  comparison: readonly [number, number];
  denominator?: number;
}>;

/** Every unit on one level before and on one in the trial. */
const steady = (code: string, { pilot, comparison, denominator = 100 }: Levels): readonly IndicatorValue[] =>
  [
    ...['p1', 'p2', 'p3'].map((unit) => [unit, pilot] as const),
    ...['c1', 'c2', 'c3'].map((unit) => [unit, comparison] as const),
  ].flatMap(([organizationId, [first, then]]) =>
    [...before.map((period) => [period, first] as const), ...during.map((period) => [period, then] as const)].map(
      ([period, level]) => aValue({ code, organizationId, period, numerator: level * denominator, denominator }),
    ),
  );

const main = (levels: Levels, changed: Partial<EvaluationDesign> = {}) =>
  findingsOf({ ...design, metrics: [aMetric({ guardrails: [] })], ...changed }, steady('K08', levels)).effects[0];
const measuredBy = (indicatorCode: string) => ({ metrics: [aMetric({ indicatorCode, guardrails: [] })] });

describe('findingsOf', () => {
  it('tells what the pilot units changed beyond what changed everywhere', () => {
    const effect = main({ pilot: [0.6, 0.8], comparison: [0.5, 0.55] });
    expect(effect).toEqual({
      indicatorCode: 'K08',
      role: 'MAIN',
      estimate: expect.closeTo(0.15, 10),
      ciLow: expect.closeTo(0.0812, 4),
      ciHigh: expect.closeTo(0.2188, 4),
      n: 4_800,
      verdict: 'IMPROVED',
    });
  });

  it.each([
    ['WORSE', { pilot: [0.8, 0.6], comparison: [0.5, 0.5] }],
    ['NO_DIFFERENCE', { pilot: [0.6, 0.7], comparison: [0.5, 0.6] }],
    ['NO_DIFFERENCE', { pilot: [0.6, 0.61], comparison: [0.5, 0.5] }],
    ['INSUFFICIENT_DATA', { pilot: [0.6, 0.9], comparison: [0.5, 0.5], denominator: 0 }],
  ] as const)('calls it %s: %j', (verdict, levels) => {
    expect(main(levels)).toMatchObject({ verdict });
  });

  it('knows of which indicator less is better', () => {
    const rows = (levels: Levels) =>
      findingsOf({ ...design, ...measuredBy('K10') }, steady('K10', levels)).effects[0]?.verdict;
    expect(rows({ pilot: [0.6, 0.4], comparison: [0.5, 0.5] })).toBe('IMPROVED');
    expect(rows({ pilot: [0.4, 0.6], comparison: [0.5, 0.5] })).toBe('WORSE');
  });

  it('measures days as days', () => {
    const days = steady('K05', { pilot: [30, 24], comparison: [30, 29] }).map((value, at) => ({
      ...value,
      numerator: value.numerator + (at % 3),
    }));
    const [effect] = findingsOf({ ...design, ...measuredBy('K05') }, days).effects;
    expect(effect).toMatchObject({ estimate: expect.closeTo(-5, 1), verdict: 'IMPROVED' });
  });

  it('calls nothing an improvement that is not compared, but what became worse worse', () => {
    const alone = { method: 'BEFORE_AFTER' } as const;
    expect(main({ pilot: [0.6, 0.8], comparison: [0.5, 0.5] }, alone)).toMatchObject({
      estimate: expect.closeTo(0.2, 10),
      n: 2_400,
      verdict: 'INSUFFICIENT_DATA',
    });
    expect(main({ pilot: [0.8, 0.6], comparison: [0.5, 0.5] }, alone)).toMatchObject({ verdict: 'WORSE' });
  });

  it('has nothing to say where too few quarters are left', () => {
    const ledger = steady('K08', { pilot: [0.5, 0.85], comparison: [0.5, 0.5] });
    const verdictIn = (quarters: readonly string[]) =>
      findingsOf(
        design,
        ledger.filter(({ period }) => quarters.includes(period)),
      ).verdict;
    expect(verdictIn([...before.slice(0, 3), ...during.slice(0, 1)])).toBe('IMPROVED');
    expect(verdictIn([...before.slice(0, 2), ...during.slice(0, 1)])).toBe('INSUFFICIENT_DATA');
    expect(verdictIn(before)).toBe('INSUFFICIENT_DATA');
    expect(verdictIn(during)).toBe('INSUFFICIENT_DATA');
    expect(verdictIn([])).toBe('INSUFFICIENT_DATA');
  });

  it('leaves out a quarter in which a unit has no value, and says so', () => {
    const ledger = steady('K08', { pilot: [0.6, 0.8], comparison: [0.5, 0.5] });
    const [first] = during;
    const gap = ledger.filter(({ period, organizationId }) => period !== first || organizationId !== 'c1');
    const spoiled = gap.map((value) => (value.period === first ? { ...value, numerator: 0 } : value));
    const { effects, limitations } = findingsOf({ ...design, metrics: [aMetric({ guardrails: [] })] }, spoiled);
    expect(effects[0]?.estimate).toBeCloseTo(0.2, 10);
    expect(limitations).toEqual(['VALUES_MISSING']);
  });

  it('counts no unit, no indicator and no quarter that was not registered', () => {
    const ledger = steady('K08', { pilot: [0.6, 0.8], comparison: [0.5, 0.5] });
    const foreign = [
      aValue({ organizationId: 'other', period: '2026-Q2', numerator: 0 }),
      aValue({ organizationId: 'p1', period: '2027-Q2', numerator: 0 }),
      aValue({ organizationId: 'p1', period: '2026', numerator: 0 }),
      aValue({ code: 'K09', organizationId: 'p1', period: '2026-Q2', numerator: 0 }),
    ];
    expect(findingsOf(design, [...foreign, ...ledger])).toEqual(findingsOf(design, ledger));
  });

  it('looks at every metric and at every guardrail once, and sees one that became worse', () => {
    const metrics = [aMetric({ guardrails: ['K12', 'K16'] }), aMetric({ indicatorCode: 'K09', guardrails: ['K12'] })];
    const { effects, verdict, hasWorseGuardrail } = findingsOf({ ...design, metrics }, [
      ...steady('K08', { pilot: [0.6, 0.8], comparison: [0.5, 0.5] }),
      ...steady('K12', { pilot: [0.7, 0.7], comparison: [0.7, 0.7] }),
      ...steady('K16', { pilot: [0.1, 0.3], comparison: [0.1, 0.1] }),
    ]);
    expect(effects.map(({ indicatorCode, role, verdict: each }) => [indicatorCode, role, each])).toEqual([
      ['K08', 'MAIN', 'IMPROVED'],
      ['K09', 'SECONDARY', 'INSUFFICIENT_DATA'],
      ['K12', 'GUARDRAIL', 'NO_DIFFERENCE'],
      ['K16', 'GUARDRAIL', 'WORSE'],
    ]);
    expect([verdict, hasWorseGuardrail]).toEqual(['IMPROVED', true]);
  });

  it('does not take a worse second metric for a worse guardrail', () => {
    const metrics = [aMetric({ guardrails: [] }), aMetric({ indicatorCode: 'K09', guardrails: [] })];
    const { hasWorseGuardrail } = findingsOf(
      { ...design, metrics },
      steady('K09', { pilot: [0.8, 0.5], comparison: [0.5, 0.5] }),
    );
    expect(hasWorseGuardrail).toBe(false);
  });

  it('compares units that have begun with those that have not, step by step', () => {
    const steps = [
      { organizationId: 'p1', from: '2026-04-01' },
      { organizationId: 'p2', from: '2026-08-15' },
      { organizationId: 'p3', from: '2027-01-01' },
    ];
    const hasBegun = (unit: string, period: string) =>
      period >= ({ p1: '2026-Q2', p2: '2026-Q4', p3: '2027-Q1' }[unit] ?? '9999');
    const ledger = steady('K08', { pilot: [0.5, 0.5], comparison: [0.6, 0.6] }).map((value) => ({
      ...value,
      numerator: value.numerator + (hasBegun(value.organizationId, value.period) ? 20 : 0) + value.period.length,
    }));
    const mixed = ledger.map((value) =>
      value.organizationId === 'p2' && value.period === '2026-Q3' ? { ...value, numerator: 0 } : value,
    );
    const wedge = { ...design, method: 'STEPPED_WEDGE', steps } as const;
    expect(findingsOf(wedge, mixed).effects[0]).toMatchObject({
      estimate: expect.closeTo(0.2, 8),
      verdict: 'IMPROVED',
      n: 4_700,
    });
  });
});

describe('limitations', () => {
  const limitationsOf = (changed: Partial<EvaluationDesign>, levels: Partial<Levels> = {}) =>
    findingsOf(
      { ...design, metrics: [aMetric({ guardrails: [] })], ...changed },
      steady('K08', { pilot: [0.6, 0.8], comparison: [0.5, 0.5], ...levels }),
    ).limitations;

  it.each([
    [[], {}, {}],
    [['NO_COMPARISON'], { method: 'BEFORE_AFTER' }, {}],
    [['FEW_UNITS'], { pilotUnitIds: ['p1', 'p2'] }, {}],
    [['FEW_UNITS'], { comparisonUnitIds: ['c1', 'c2'] }, {}],
    [['FEW_QUARTERS'], { pilotTo: '2026-12-31' }, {}],
    [['FEW_QUARTERS'], { metrics: [aMetric({ baselineFrom: '2025-07-01', guardrails: [] })] }, {}],
    [['WIDE_INTERVAL'], { metrics: [aMetric({ target: 0.65, guardrails: [] })] }, {}],
    [['WIDE_INTERVAL'], {}, { denominator: 5 }],
    [['VALUES_MISSING', 'GUARDRAIL_UNKNOWN'], { metrics: [aMetric({ guardrails: ['K12'] })] }, {}],
  ] as const)('are %j with %j %j', (expected, changed, levels) => {
    expect(limitationsOf(changed, levels)).toEqual(expected);
  });
});
