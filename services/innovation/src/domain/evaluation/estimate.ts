import { sum } from 'simple-statistics';
import type { Cell } from './panel.ts';
import { reachOfInterval } from './student.ts';

/** A difference, and the 95 % interval around it. */
export type Estimate = Readonly<{ estimate: number; ciLow: number; ciHigh: number }>;

type Fit = Readonly<{
  estimate: number;
  /** Weighted squares of what the fit leaves unexplained. */
  unexplained: number;
  freedom: number;
  /** What the variance is divided by. */
  information: number;
}>;

/** `leastVariance`: what chance alone would leave; by luck a few quarters can look calmer than that. */
export function intervalAround({ estimate, unexplained, freedom, information }: Fit, leastVariance: number): Estimate {
  const variance = Math.max(unexplained / freedom, leastVariance);
  const reach = reachOfInterval(freedom) * Math.sqrt(variance / information);
  return { estimate, ciLow: estimate - reach, ciHigh: estimate + reach };
}

/** What chance leaves of a share, for a matter; 0 for what is no share. */
export function chanceOf(cells: readonly Cell[], isShare: boolean): number {
  if (!isShare) return 0;
  const share = sum(cells.map(({ value, size }) => value * size)) / sum(cells.map(({ size }) => size));
  return Math.max(share * (1 - share), 0);
}

/** With fewer the interval says nothing. */
export const leastFreedom = 2;
