import { beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '@onevisit/calendar';
import { defaultSeed } from '../chance/random.ts';
import { branches, generatePetitions, type PetitionHistory, type PetitionStep } from '../index.ts';
import { countyWeights } from './county-weights.ts';
import { matterCells } from './matter-cells.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const sharesBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string, weightOf: (row: Row) => number = () => 1) => {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + weightOf(row));
  const total = sum([...sums.values()]);
  return new Map([...sums].map(([key, value]) => [key, value / total]));
};
const quantile = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
const day = 86_400_000;
/** How far a value is from what it should be, counted in what it may be off. */
const offBy = (value: number | undefined, expected: number, within: number) =>
  Math.abs((value ?? Number.NaN) - expected) / within;

describe('the model of the city', () => {
  const cells = matterCells();

  it('gives each branch its share', () => {
    const shares = sharesBy(
      cells,
      ({ branchCode }) => branchCode,
      ({ share }) => share,
    );

    for (const { code, share } of branches) expect(shares.get(code)).toBeCloseTo(share ?? 0, 3);
  });

  it('gives departments a power law: the first 29 %, five 63 %, ten 78 %', () => {
    const shares = sharesBy(
      cells.filter(({ functionCode }) => functionCode !== 'ORGD'),
      ({ functionCode }) => functionCode,
      ({ share }) => share,
    );
    const ranked = [...shares.values()].toSorted((a, b) => b - a);

    expect(ranked).toHaveLength(28);
    expect([1, 5, 10].map((count) => Math.round(100 * sum(ranked.slice(0, count))))).toEqual([29, 63, 78]);
  });

  it('gives the largest county about a quarter', () => {
    const weights = countyWeights(defaultSeed);

    expect(sum([...weights])).toBeCloseTo(1, 9);
    expect(Math.max(...weights)).toBe(weights[0]);
    expect(weights[0]).toBeGreaterThan(0.22);
    expect(weights[0]).toBeLessThan(0.26);
  });
});

describe('the petitions of a year', () => {
  let petitions: readonly PetitionHistory[];
  const timeOf = ({ steps }: PetitionHistory, ...kinds: readonly PetitionStep['kind'][]) =>
    steps.find(({ kind }) => kinds.includes(kind))?.at.getTime();

  beforeAll(() => {
    petitions = [...generatePetitions({ size: 'S', anchor: '2026-04-30', stages: 'FULL' })];
  });

  it('come by the channels that the statistics know', () => {
    const shares = sharesBy(petitions, ({ contacts }) => contacts[0].channel);

    expect(offBy(shares.get('ONLINE'), 0.38, 0.04)).toBeLessThan(1);
    expect(offBy(shares.get('VISIT'), 0.2, 0.03)).toBeLessThan(1);
    expect(offBy(shares.get('PHONE'), 0.14, 0.03)).toBeLessThan(1);
    expect(offBy(shares.get('LETTER'), 0.1, 0.025)).toBeLessThan(1);
    expect(offBy(shares.get('FROM_ABOVE'), 0.06, 0.02)).toBeLessThan(1);
  });

  it('are appeals, suggestions and accusations', () => {
    const shares = sharesBy(petitions, ({ category }) => category);

    expect(offBy(shares.get('APPEAL'), 0.86, 0.025)).toBeLessThan(1);
    expect(offBy(shares.get('SUGGESTION'), 0.12, 0.025)).toBeLessThan(1);
    expect(offBy(shares.get('ACCUSATION'), 0.02, 0.01)).toBeLessThan(1);
  });

  it('are mostly brought once, and a few of them very often', () => {
    const counts = petitions.map(({ contacts }) => contacts.length);

    expect(offBy(counts.filter((count) => count === 1).length / counts.length, 0.8, 0.04)).toBeLessThan(1);
    expect(offBy(sum(counts) / counts.length, 1.5, 0.12)).toBeLessThan(1);
    expect(Math.max(...counts)).toBeLessThanOrEqual(60);
  });

  it('come on Mondays more than on Fridays, and little on days off', () => {
    const shares = sharesBy(petitions, ({ contacts }) => String(localDate(contacts[0].receivedAt).dayOfWeek));

    expect(shares.get('1')).toBeGreaterThan((shares.get('5') ?? 1) * 1.3);
    expect((shares.get('6') ?? 0) + (shares.get('7') ?? 0)).toBeLessThan(0.16);
    const festival = petitions.filter(({ contacts }) => {
      const date = localDate(contacts[0].receivedAt).toString();
      return date >= '2025-10-01' && date <= '2025-10-08';
    });
    expect(festival.length).toBeLessThan((8 / 365) * petitions.length * 0.4);
  });

  it('are about wages and heating in winter', () => {
    const inWinter = (code: RegExp) => {
      const months = petitions
        .filter(({ issueTypeCode }) => code.test(issueTypeCode))
        .map(({ contacts }) => localDate(contacts[0].receivedAt).month);
      return months.filter((month) => month === 12 || month === 1).length / months.length;
    };

    expect(inWinter(/^A[12]/)).toBeGreaterThan(0.24);
    expect(inWinter(/^N2/)).toBeGreaterThan(0.25);
    expect(inWinter(/^[CDG]/)).toBeLessThan(0.22);
  });

  it('are admitted in about a week, some too late', () => {
    const notices = petitions.flatMap((petition) => {
      const referred = petition.steps.findLast(({ kind }) => kind === 'REFERRED')?.at.getTime();
      const told = timeOf(petition, 'NOTICE_DELIVERED');
      return referred && told && told > referred ? [(told - referred) / day] : [];
    });
    const decided = petitions.filter((petition) => timeOf(petition, 'ADMITTED', 'DEEMED_ADMITTED') !== undefined);
    const deemed = decided.filter((petition) => timeOf(petition, 'DEEMED_ADMITTED') !== undefined);

    expect(offBy(quantile(notices, 0.5), 6.5, 1)).toBeLessThan(1);
    expect(offBy(deemed.length / decided.length, 0.022, 0.011)).toBeLessThan(1);
  });

  it('are answered in three weeks, nearly all within sixty days', () => {
    const days = petitions.flatMap((petition) => {
      const [delivery] = petition.steps.flatMap((step) =>
        step.kind === 'DELIVERED' ? [step.deliveredAt.getTime()] : [],
      );
      const admitted = timeOf(petition, 'ADMITTED', 'DEEMED_ADMITTED');
      return delivery && admitted && petition.taskForceCode === null ? [(delivery - admitted) / day] : [];
    });

    expect(offBy(quantile(days, 0.5), 20.7, 2.5)).toBeLessThan(1);
    expect(offBy(quantile(days, 0.9), 48, 5)).toBeLessThan(1);
    expect(offBy(days.filter((count) => count > 61).length / days.length, 0.037, 0.015)).toBeLessThan(1);
  });

  it('get what they ask for in two cases of five', () => {
    const outcomes = petitions
      .filter(({ taskForceCode }) => taskForceCode === null)
      .flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'OPINION_DRAFTED' ? step.claims : [])));
    const shares = sharesBy(outcomes, ({ outcome }) => outcome);

    expect(offBy(shares.get('SUPPORTED'), 0.41, 0.04)).toBeLessThan(1);
    expect(offBy(shares.get('PARTLY_SUPPORTED'), 0.17, 0.03)).toBeLessThan(1);
    expect(offBy(shares.get('EXPLAINED'), 0.19, 0.03)).toBeLessThan(1);
    expect(offBy(shares.get('NOT_SUPPORTED'), 0.23, 0.04)).toBeLessThan(1);
  });
});
