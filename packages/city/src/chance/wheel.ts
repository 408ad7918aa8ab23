import type { Random } from './random.ts';

/** Draws values by their weights. */
export type Wheel<Value> = Readonly<{ total: number; draw: (random: Random) => Value }>;

/** A wheel of these values; drawing takes the logarithm of their number. */
export function createWheel<Value>(entries: readonly (readonly [Value, number])[]): Wheel<Value> {
  const sums = new Float64Array(entries.length);
  let total = 0;
  entries.forEach(([, weight], at) => {
    total += weight;
    sums[at] = total;
  });

  const draw = (random: Random): Value => {
    const found = entries[firstAbove(sums, random() * total)];
    if (!found) throw new RangeError('a wheel without values');
    return found[0];
  };
  return { total, draw };
}

/** The place of the first sum that is above. */
function firstAbove(sums: Float64Array, limit: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? Infinity) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
