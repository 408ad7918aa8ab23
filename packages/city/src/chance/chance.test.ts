import { describe, expect, it } from '@jest/globals';
import { drawnDirichlet, drawnGamma, drawnGeometric, drawnLognormal, drawnPareto, drawnPoisson } from './draw.ts';
import { createRandom, seedFor } from './random.ts';
import { createWheel } from './wheel.ts';

const many = (draw: () => number) => Array.from({ length: 20_000 }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length / 2];

describe('createRandom', () => {
  it('draws what mulberry32 draws', () => {
    const random = createRandom(1);

    expect([random(), random(), random()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
  });

  it('draws other numbers for other names of one seed', () => {
    expect(new Set(['a', 'b', 'ab', 'ba', ''].map((name) => seedFor(1, name))).size).toBe(5);
  });
});

describe('draws', () => {
  const random = createRandom(20260501);

  it.each([
    ['lognormal', () => drawnLognormal(random, 6, 0.6), 6 * Math.exp(0.18)],
    ['Poisson', () => drawnPoisson(random, 0.4), 0.4],
    ['geometric', () => drawnGeometric(random, 0.38), 0.38 / 0.62],
    ['gamma, small shape', () => drawnGamma(random, 0.6), 0.6],
    ['gamma, large shape', () => drawnGamma(random, 8.4), 8.4],
    ['Pareto', () => drawnPareto(random, 1, 3), 1.5],
  ])('have the mean of the %s distribution', (_, draw, expected) => {
    expect(mean(many(draw)) / expected).toBeCloseTo(1, 1);
  });

  it('have the median that was asked for', () => {
    expect((median(many(() => drawnLognormal(random, 21, 0.62))) ?? 0) / 21).toBeCloseTo(1, 1);
  });

  it('share one whole', () => {
    const shares = drawnDirichlet(random, [0.2, 0.3, 0.5], 60);

    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

describe('createWheel', () => {
  const wheel = createWheel([
    ['often', 3],
    ['never', 0],
    ['seldom', 1],
  ]);

  it('draws by weight, and never what has none', () => {
    const random = createRandom(7);
    const drawn = Array.from({ length: 4_000 }, () => wheel.draw(random));

    expect(wheel.total).toBe(4);
    expect(new Set(drawn)).toEqual(new Set(['often', 'seldom']));
    expect(drawn.filter((value) => value === 'often').length / drawn.length).toBeCloseTo(0.75, 1);
  });

  it('draws the first and the last at the ends of the circle', () => {
    expect([wheel.draw(() => 0), wheel.draw(() => 0.999_999)]).toEqual(['often', 'seldom']);
  });
});
