import { describe, expect, it } from '@jest/globals';
import { mean } from 'simple-statistics';
import { aMetric, aRegistration } from '../../testing/builders.ts';
import { drawnLedger } from '../../testing/drawn-ledger.ts';
import { findingsOf } from './evaluation.ts';
import { designOf } from './pre-registration.ts';

const draws = 400;
const seeds = Array.from({ length: draws }, (_, seed) => seed);

const beside = designOf(
  aRegistration({
    pilotTo: '2027-03-31',
    pilotUnitIds: ['p1', 'p2'],
    comparisonUnitIds: ['c1', 'c2'],
    metrics: [aMetric({ guardrails: ['K12', 'K16'] })],
  }),
);
const oneQuarter = { ...beside, pilotTo: '2026-06-30' };
const stepByStep = {
  ...beside,
  method: 'STEPPED_WEDGE',
  pilotUnitIds: ['p1', 'p2', 'p3', 'p4'],
  steps: ['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'].map((from, at) => ({
    organizationId: `p${at + 1}`,
    from,
  })),
} as const;

/** An interval of 95 % leaves a fortieth on each side; so many of 400 draws that a fair rule exceeds it in 1 of 1,000. */
const mostByChance = 21;

describe.each([
  ['beside a comparison, for a year', beside],
  ['beside a comparison, for one quarter', oneQuarter],
  ['step by step', stepByStep],
])('a project that changes nothing, tried %s', (_, design) => {
  it.each([0, 0.03])('is called improved or worse by chance only, where units stir by %d', (unrest) => {
    const verdicts = seeds.map(
      (seed) => findingsOf(design, drawnLedger(design, seed, [{ code: 'K08', effect: 0, unrest }])).verdict,
    );
    const count = (verdict: string) => verdicts.filter((each) => each === verdict).length;
    expect(count('IMPROVED')).toBeLessThanOrEqual(mostByChance);
    expect(count('WORSE')).toBeLessThanOrEqual(mostByChance);
    expect(count('IMPROVED') + count('WORSE') + count('NO_DIFFERENCE')).toBe(draws);
  });
});

describe.each([
  ['beside a comparison', beside],
  ['step by step', stepByStep],
])('a project that adds 0.09 to K08, tried %s', (_, design) => {
  const findings = seeds.map((seed) =>
    findingsOf(
      design,
      drawnLedger(design, seed, [
        { code: 'K08', effect: 0.09, matters: 900 },
        { code: 'K12', effect: 0 },
        { code: 'K16', effect: 0.09, matters: 900 },
      ]),
    ),
  );
  const estimates = findings.map(({ effects }) => effects[0]?.estimate ?? Number.NaN);

  it('is found to, on average and nearly every time within 0.03', () => {
    expect(Math.abs(mean(estimates) - 0.09)).toBeLessThan(0.005);
    expect(estimates.filter((estimate) => Math.abs(estimate - 0.09) <= 0.03).length).toBeGreaterThanOrEqual(
      0.95 * draws,
    );
  });

  it('has 0.09 in the interval as often as the interval promises', () => {
    const covered = findings.filter(({ effects: [main] }) => (main?.ciLow ?? 1) <= 0.09 && (main?.ciHigh ?? 0) >= 0.09);
    expect(covered.length).toBeGreaterThanOrEqual(0.92 * draws);
  });

  it('is called improved nearly always, and what it worsened is seen', () => {
    expect(findings.filter(({ verdict }) => verdict === 'IMPROVED').length).toBeGreaterThanOrEqual(0.9 * draws);
    expect(findings.filter(({ hasWorseGuardrail }) => hasWorseGuardrail).length).toBeGreaterThanOrEqual(0.9 * draws);
  });
});
