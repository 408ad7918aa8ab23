import { branches, matters } from '../reference/issue-types.ts';

/** 内容分类 and the function that answers it. */
export type MatterCell = Readonly<{ issueTypeCode: string; branchCode: string; functionCode: string; share: number }>;

/** Departments by the cases they have, most first; 组织部 has few and stands apart. */
export const functionRanks: readonly string[] = (
  'HOUS HRSS NRES AGRI EDUC HLTH ECOL MKTR LETT PLAC DISC CIVA UMGT TRAN PSEC JUST MSEC COMM WATR VETS FREG FORE ' +
  'SASA CULT FINA INDT DEVR EMRG'
).split(' ');

const zipf = 1.1;
const ofOrganizationDepartment = 0.003;

/**
 * The joint shares of matters and functions: branches as the statistics have them, functions by a power law, and each
 * matter only with functions that are competent for it. Both are met by iterative proportional fitting.
 */
export function matterCells(): readonly MatterCell[] {
  let cells = affinities();
  const branchShares = new Map(branches.map(({ code, share }) => [code, share ?? 0]));
  for (let round = 0; round < 120; round += 1) {
    cells = fitted(cells, ({ functionCode }) => functionCode, functionShares);
    cells = fitted(cells, ({ branchCode }) => branchCode, branchShares);
  }
  return cells;
}

const affinities = (): readonly MatterCell[] =>
  matters.flatMap(({ code, parentCode, leadFunction, otherFunctions }, at) => {
    // Earlier matters of a branch are the more frequent ones.
    const place = at - matters.findIndex((other) => other.parentCode === parentCode);
    const weight = 1 / Math.sqrt(place + 1);
    const cell = { issueTypeCode: code, branchCode: parentCode ?? code };
    return [
      { ...cell, functionCode: leadFunction, share: weight },
      ...otherFunctions.map((functionCode) => ({ ...cell, functionCode, share: weight / 3 })),
    ];
  });

const functionShares: ReadonlyMap<string, number> = new Map([
  ...powerLaw(functionRanks).map(([code, share]) => [code, share * (1 - ofOrganizationDepartment)] as const),
  ['ORGD', ofOrganizationDepartment],
]);

function powerLaw(ranked: readonly string[]): readonly (readonly [string, number])[] {
  const weights = ranked.map((_, at) => 1 / (at + 1) ** zipf);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return ranked.map((code, at) => [code, (weights[at] ?? 0) / sum]);
}

/** The cells scaled so that each group has its share. */
function fitted(
  cells: readonly MatterCell[],
  groupOf: (cell: MatterCell) => string,
  shares: ReadonlyMap<string, number>,
): readonly MatterCell[] {
  const sums = new Map<string, number>();
  for (const cell of cells) sums.set(groupOf(cell), (sums.get(groupOf(cell)) ?? 0) + cell.share);
  return cells.map((cell) => {
    const group = groupOf(cell);
    return { ...cell, share: (cell.share * (shares.get(group) ?? 0)) / (sums.get(group) ?? 1) };
  });
}
