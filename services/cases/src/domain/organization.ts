/** 机关单位 as cases knows it, by event. */
export type Organization = Readonly<{
  id: string;
  code: string;
  kind: string;
  level: string;
  areaCode: string;
  /** From the city down to its own area. */
  areaPath: readonly string[];
  superiorId: string | null;
  successorId: string | null;
  validFrom: string;
  validTo: string | null;
}>;

/** 职责清单: one entry of the list of competences. */
export type Competence = Readonly<{
  id: string;
  organizationId: string;
  issueTypeCode: string;
  areaCode: string;
  priority: number;
  validFrom: string;
  validTo: string | null;
}>;

/** 信访干部 as cases knows them, by event. */
export type StaffMember = Readonly<{
  id: string;
  organizationId: string;
  roles: readonly string[];
  isActive: boolean;
}>;

const bureauKinds: readonly string[] = ['PETITION_BUREAU', 'PETITION_SECTION', 'PETITION_OFFICE'];

/** 信访部门: receives and passes on; it answers no matter itself. */
export const isBureau = ({ kind }: Pick<Organization, 'kind'>): boolean => bureauKinds.includes(kind);

export const isVillageCommittee = ({ kind }: Pick<Organization, 'kind'>): boolean => kind === 'VILLAGE_COMMITTEE';

export const isValidOn = ({ validFrom, validTo }: Pick<Organization, 'validFrom' | 'validTo'>, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);

/** 职责 matches: valid that day, of that type or the type above it, of that area or one above it. */
export const isCompetent = (
  competence: Competence,
  matter: Readonly<{ issueTypeCode: string; areaPath: readonly string[]; day: string }>,
): boolean =>
  isValidOn(competence, matter.day) &&
  [matter.issueTypeCode, matter.issueTypeCode.slice(0, 1)].includes(competence.issueTypeCode) &&
  matter.areaPath.includes(competence.areaCode);

/** 行政区划代码 carry their own path: 990102001 lies in 990102, and that in 990100. */
export function areaPathOf(areaCode: string): readonly string[] {
  const county = areaCode.slice(0, 6);
  const city = `${areaCode.slice(0, 4)}00`;
  return [...new Set([city, county, areaCode])];
}
