import { mean, sum, weightedMean } from 'simple-statistics';
import { intervalAround, leastFreedom, type Estimate } from './estimate.ts';
import type { Cell } from './panel.ts';

/** How far the pilot units are ahead in one quarter. */
type Gap = Readonly<{ value: number; weight: number; isTreated: boolean }>;

/**
 * How the lead of the pilot units over the comparison units changed with the trial (双重差分); without comparison units,
 * how the pilot units themselves changed. The quarters are the observations: what is common to all units drops out of
 * each, and what shakes one unit for a quarter is in what is left unexplained. A quarter in which a unit has no value
 * is left out, since the others would then stand for it.
 */
export function changeOfLead(cells: readonly Cell[], leastVariance: number): Estimate | null {
  const units = new Set(cells.map(({ unitId }) => unitId)).size;
  const quarters = [...Map.groupBy(cells, ({ quarter }) => quarter).values()];
  const gaps = quarters.filter((quarter) => quarter.length === units).map(gapOf);
  const [before, after] = [false, true].map((isTreated) => gaps.filter((gap) => gap.isTreated === isTreated));
  const freedom = gaps.length - 2;
  if (!before?.length || !after?.length || freedom < leastFreedom) return null;

  const estimate = meanOf(after) - meanOf(before);
  const unexplained = squaresOf(before) + squaresOf(after);
  const information = 1 / (1 / weightOf(before) + 1 / weightOf(after));
  return intervalAround({ estimate, unexplained, freedom, information }, leastVariance);
}

function gapOf(quarter: readonly Cell[]): Gap {
  const [pilot, comparison] = [true, false].map((side) => quarter.filter(({ isPilotUnit }) => isPilotUnit === side));
  return {
    value: levelOf(pilot ?? []) - levelOf(comparison ?? []),
    weight: 1 / (scatterOf(pilot ?? []) + scatterOf(comparison ?? [])),
    isTreated: quarter.some(({ isTreated }) => isTreated),
  };
}

/** Each unit counts the same, so that a unit that grows does not pull the others with it. */
const levelOf = (cells: readonly Cell[]): number => (cells.length === 0 ? 0 : mean(cells.map(({ value }) => value)));

const scatterOf = (cells: readonly Cell[]): number =>
  cells.length === 0 ? 0 : sum(cells.map(({ size }) => 1 / size)) / cells.length ** 2;

const meanOf = (gaps: readonly Gap[]): number =>
  weightedMean(
    gaps.map(({ value }) => value),
    gaps.map(({ weight }) => weight),
  );
const weightOf = (gaps: readonly Gap[]): number => sum(gaps.map(({ weight }) => weight));

function squaresOf(gaps: readonly Gap[]): number {
  const middle = meanOf(gaps);
  return sum(gaps.map(({ value, weight }) => weight * (value - middle) ** 2));
}
