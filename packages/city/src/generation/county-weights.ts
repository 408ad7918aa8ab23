import { drawnNormal } from '../chance/draw.ts';
import { createRandom, seedFor } from '../chance/random.ts';
import { counties } from '../reference/county.ts';

const topShare = { least: 0.225, most: 0.255 };

/** Share of cases of each county: by its population, with some noise; the largest keeps about a quarter. */
export function countyWeights(seed: number): readonly number[] {
  const random = createRandom(seedFor(seed, 'county-weights'));
  for (;;) {
    const drawn = counties.map(({ population }) => population * Math.exp(0.25 * drawnNormal(random)));
    const sum = drawn.reduce((total, weight) => total + weight, 0);
    const shares = drawn.map((weight) => weight / sum);
    const top = Math.max(...shares);
    if (top >= topShare.least && top <= topShare.most && shares[0] === top) return shares;
  }
}
