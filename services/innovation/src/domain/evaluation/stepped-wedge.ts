import { sum, weightedMean } from 'simple-statistics';
import { intervalAround, leastFreedom, type Estimate } from './estimate.ts';
import type { Cell } from './panel.ts';

/**
 * What the new way of working changes where units take it up one after another (分批对照): units that have not begun are
 * the comparison. Least squares with a level for each unit and each quarter, a matter counting as one.
 */
export function changeByStep(cells: readonly Cell[], leastVariance: number): Estimate | null {
  const [units, quarters] = [groupsBy(cells, ({ unitId }) => unitId), groupsBy(cells, ({ quarter }) => quarter)];
  const freedom = cells.length - units.length - quarters.length;
  if (freedom < leastFreedom) return null;

  const sizes = cells.map(({ size }) => size);
  const apart = (values: readonly number[]) => withoutLevels(values, sizes, [units, quarters]);
  const treated = apart(cells.map(({ isTreated }) => (isTreated ? 1 : 0)));
  const values = apart(cells.map(({ value }) => value));
  const information = weightedProduct(sizes, treated, treated);
  if (information < smallest * sum(sizes)) return null;

  const estimate = weightedProduct(sizes, treated, values) / information;
  const rest = values.map((value, at) => value - estimate * (treated[at] ?? 0));
  return intervalAround(
    { estimate, unexplained: weightedProduct(sizes, rest, rest), freedom, information },
    leastVariance,
  );
}

/** Which cells belong together, by their place in the list. */
type Groups = readonly (readonly number[])[];

const groupsBy = (cells: readonly Cell[], key: (cell: Cell) => string): Groups => [
  ...Map.groupBy(cells.keys(), (at) => {
    const cell = cells[at];
    return cell ? key(cell) : '';
  }).values(),
];

const smallest = 1e-11;
const mostRounds = 1_000;

/** Takes the level of each unit and of each quarter away in turn, until nothing is left to take. */
function withoutLevels(values: readonly number[], sizes: readonly number[], kinds: readonly Groups[]): number[] {
  const rest = [...values];
  for (let round = 0, moved = Infinity; moved > smallest && round < mostRounds; round += 1) {
    moved = Math.max(...kinds.flat().map((group) => takeLevel(rest, sizes, group)));
  }
  return rest;
}

function takeLevel(rest: number[], sizes: readonly number[], group: readonly number[]): number {
  const level = weightedMean(
    group.map((at) => rest[at] ?? 0),
    group.map((at) => sizes[at] ?? 0),
  );
  for (const at of group) rest[at] = (rest[at] ?? 0) - level;
  return Math.abs(level);
}

const weightedProduct = (weights: readonly number[], left: readonly number[], right: readonly number[]): number =>
  sum(weights.map((weight, at) => weight * (left[at] ?? 0) * (right[at] ?? 0)));
