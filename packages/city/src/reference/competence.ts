import { areas } from './area.ts';
import { functionByCode } from './city-function.ts';
import { branches, matters } from './issue-types.ts';

/** 职责: an organization answers for an issue type, at either level, in an area and all below it. */
export type Competence = Readonly<{
  organizationCode: string;
  /** `A` or `A1`. */
  issueTypeCode: string;
  areaCode: string;
  /** 1 主办, 2 会同: who answers where it is their part of the matter. */
  priority: 1 | 2;
  legalBasis: string;
  /** YYYY-MM-DD. */
  validFrom: string;
  validTo: string | null;
}>;

const places = areas.filter(({ level }) => level !== 'TOWNSHIP').map(({ code }) => code);

/** In the counties the county's own department, in the whole city the city's. */
const everywhere = (issueTypeCode: string, functionCode: string, priority: 1 | 2): readonly Competence[] =>
  places.map((areaCode) => ({
    organizationCode: `${areaCode}-${functionCode}`,
    issueTypeCode,
    areaCode,
    priority,
    legalBasis: `《信访工作条例》第五条；${functionByCode.get(functionCode)?.name ?? functionCode}职能配置规定`,
    validFrom: '2020-01-01',
    validTo: null,
  }));

/** Accusations are routed by the sealed lane and by nothing else. */
const sealedBranch = 'X';

/**
 * 职责清单. A branch is its lead's. A matter has rows of its own where somebody else leads it or others may answer too:
 * then the lead is named with it, because a row for the matter goes before a row for the branch.
 */
export const competences: readonly Competence[] = [
  ...branches
    .filter(({ code }) => code !== sealedBranch)
    .flatMap(({ code, leadFunction }) => everywhere(code, leadFunction, 1)),
  ...matters
    .filter(({ parentCode }) => parentCode !== sealedBranch)
    .filter((matter) => matter.otherFunctions.length > 0 || matter.leadFunction !== leadOfBranch(matter.parentCode))
    .flatMap(({ code, leadFunction, otherFunctions }) => [
      ...everywhere(code, leadFunction, 1),
      ...otherFunctions.flatMap((other) => everywhere(code, other, 2)),
    ]),
];

function leadOfBranch(code: string | null): string | null {
  return branches.find((branch) => branch.code === code)?.leadFunction ?? null;
}
