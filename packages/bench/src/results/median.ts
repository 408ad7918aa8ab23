/** The middle of several measurements and how far apart they are. */
export type Spread = Readonly<{ median: number; least: number; most: number }>;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export const spreadOf = (values: readonly number[]): Spread => ({
  median: rounded(median(values)),
  least: rounded(Math.min(...values)),
  most: rounded(Math.max(...values)),
});

const rounded = (value: number): number => Number(value.toFixed(2));
