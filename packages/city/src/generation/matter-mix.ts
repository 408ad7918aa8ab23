import { drawnDirichlet } from '../chance/draw.ts';
import { createRandom, seedFor, type Random } from '../chance/random.ts';
import { createWheel, type Wheel } from '../chance/wheel.ts';
import { counties } from '../reference/county.ts';
import { branches } from '../reference/issue-types.ts';
import { matterCells, type MatterCell } from './matter-cells.ts';
import { seasonOf } from './seasonality.ts';

/** What is drawn of a petition before anything else. */
export type DrawnMatter = Readonly<{ countyCode: string; issueTypeCode: string; functionCode: string }>;

/** Matters of the city by county and month. */
export type MatterMix = Readonly<{
  /** How much comes in a month, compared with an ordinary one. */
  volumeIn: (month: number) => number;
  draw: (random: Random, month: number) => DrawnMatter;
}>;

const concentration = 60;

/** `monthShares`: how much of what comes lies in each month of the year (1 to 12), seasons apart. */
export function createMatterMix(
  seed: number,
  countyShares: readonly number[],
  monthShares: ReadonlyMap<number, number>,
): MatterMix {
  const cells = matterCells();
  const branchShares = branchSharesByCounty(seed, countyShares);
  const wheels = new Map<number, Wheel<DrawnMatter>>();

  const wheelOf = (month: number): Wheel<DrawnMatter> => {
    const made = wheels.get(month) ?? monthWheel(cells, branchShares, { month, countyShares, monthShares });
    wheels.set(month, made);
    return made;
  };

  return {
    volumeIn: (month) => wheelOf(month).total,
    draw: (random, month) => wheelOf(month).draw(random),
  };
}

type BranchShares = readonly Readonly<Record<string, number>>[];

/** How much of each branch a county has, as a factor of the city's share; the city as a whole keeps its shares. */
function branchSharesByCounty(seed: number, countyShares: readonly number[]): BranchShares {
  const random = createRandom(seedFor(seed, 'matter-mix'));
  const shares = branches.map(({ share }) => share ?? 0);
  let rows = counties.map(({ emphasis }) => {
    const leaning = branches.map(({ code }, at) => (shares[at] ?? 0) * (emphasis[code] ?? 1));
    return drawnDirichlet(random, normalized(leaning), concentration);
  });
  for (let round = 0; round < 30; round += 1) rows = raked(rows, countyShares, shares).map(normalized);

  return rows.map((row) =>
    Object.fromEntries(branches.map(({ code }, at) => [code, (row[at] ?? 0) / (shares[at] ?? 1)])),
  );
}

/** Columns scaled so that the counties together have the city's shares. */
function raked(rows: readonly (readonly number[])[], countyShares: readonly number[], shares: readonly number[]) {
  const factors = shares.map((share, at) => {
    const sum = rows.reduce((total, row, county) => total + (row[at] ?? 0) * (countyShares[county] ?? 0), 0);
    return share / sum;
  });
  return rows.map((row) => row.map((value, at) => value * (factors[at] ?? 1)));
}

function normalized(values: readonly number[]): readonly number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

type Month = Readonly<{
  month: number;
  countyShares: readonly number[];
  monthShares: ReadonlyMap<number, number>;
}>;

function monthWheel(cells: readonly MatterCell[], branchShares: BranchShares, of: Month): Wheel<DrawnMatter> {
  const seasonal = cells.map(
    ({ issueTypeCode, share }) =>
      (share * seasonOf(issueTypeCode, of.month)) / meanSeason(issueTypeCode, of.monthShares),
  );
  return createWheel(
    counties.flatMap(({ code: countyCode }, county) =>
      cells.map(({ issueTypeCode, functionCode, branchCode }, at) => {
        const factor = branchShares[county]?.[branchCode] ?? 0;
        const weight = (of.countyShares[county] ?? 0) * factor * (seasonal[at] ?? 0);
        return [{ countyCode, issueTypeCode, functionCode }, weight] as const;
      }),
    ),
  );
}

/** The mean over the city's days, so that a season moves cases within the year and adds none. */
function meanSeason(issueTypeCode: string, monthShares: ReadonlyMap<number, number>): number {
  let mean = 0;
  for (const [month, weight] of monthShares) mean += weight * seasonOf(issueTypeCode, month);
  return mean;
}
