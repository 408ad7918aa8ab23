import type { Random } from './random.ts';

/** A whole number from `least` to `most`, both possible. */
export const drawnInteger = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

/** A number between the two. */
export const drawnBetween = (random: Random, least: number, most: number): number => least + random() * (most - least);

/** One of them, each as likely. */
export function drawnFrom<Value>(random: Random, values: readonly [Value, ...Value[]] | readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('nothing to draw from');
  return value;
}

/** Standard normal (Box and Muller). */
export const drawnNormal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

export const drawnLognormal = (random: Random, median: number, sigma: number): number =>
  median * Math.exp(sigma * drawnNormal(random));

/** Pareto: `least` or more, few of them much more. */
export const drawnPareto = (random: Random, least: number, alpha: number): number =>
  least / (1 - random()) ** (1 / alpha);

/** How many failures before the first that does not continue. */
export function drawnGeometric(random: Random, continuing: number): number {
  let count = 0;
  while (random() < continuing) count += 1;
  return count;
}

/** For small means (Knuth). */
export function drawnPoisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

export const drawnWeibull = (random: Random, shape: number, scale: number): number =>
  scale * (-Math.log(1 - random())) ** (1 / shape);

/** Gamma with scale 1 (Marsaglia and Tsang; the boost for shapes below 1). */
export function drawnGamma(random: Random, shape: number): number {
  if (shape < 1) return drawnGamma(random, shape + 1) * (1 - random()) ** (1 / shape);

  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = drawnNormal(random);
    const cubed = (1 + c * normal) ** 3;
    if (cubed <= 0) continue;
    if (Math.log(1 - random()) < 0.5 * normal ** 2 + d - d * cubed + d * Math.log(cubed)) return d * cubed;
  }
}

/** Shares around `means`, the closer the larger `concentration`. */
export function drawnDirichlet(random: Random, means: readonly number[], concentration: number): readonly number[] {
  const drawn = means.map((mean) => drawnGamma(random, mean * concentration));
  const sum = drawn.reduce((total, value) => total + value, 0);
  return drawn.map((value) => value / sum);
}
