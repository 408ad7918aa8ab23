import { fail, ok, type Result } from '@onevisit/kernel';
import { areaPathOf, isValidOn, type Organization } from './organization.ts';

/** Whom an accusation speaks of, and everybody it must be kept from. */
export type Accused = Readonly<{
  /** 被检举控告单位. */
  respondentIds: readonly string[];
  /** Organizations of staff who are recused. */
  recusedOrganizationIds: readonly string[];
  /** Where it happened; who may take it works there or above. */
  areaCode: string;
}>;

/** 干部管理权限: whose cadres it is about. */
export type CadreLevel = 'TOWNSHIP' | 'COUNTY' | 'CITY' | 'PROVINCE';

const levels: readonly string[] = ['TOWNSHIP', 'COUNTY', 'CITY', 'PROVINCE'];
/** 纪检监察机关、其他有权处理的机关. */
const competentKinds: readonly string[] = ['DISCIPLINE', 'POLITICAL_LEGAL'];

const isCompetentKind = ({ kind }: Organization): boolean => competentKinds.includes(kind);

/**
 * 不得移交的单位: the accused with all that they control and all that they became; everybody above them as far as the
 * competent organ; and the organizations of whoever is recused.
 */
export function forbiddenRecipients(accused: Accused, organizations: readonly Organization[]): ReadonlySet<string> {
  const byId = new Map(organizations.map((organization) => [organization.id, organization]));
  const spokenOf = withSuccessors(accused.respondentIds, byId);
  const forbidden = new Set([...spokenOf, ...accused.recusedOrganizationIds]);
  for (const id of withAllBelow(spokenOf, organizations)) forbidden.add(id);
  for (const id of spokenOf) for (const superior of superiorsBelowTheCompetent(id, byId)) forbidden.add(superior);
  return forbidden;
}

type ById = ReadonlyMap<string, Organization>;

function withSuccessors(ids: readonly string[], byId: ById): ReadonlySet<string> {
  const found = new Set<string>();
  for (const first of ids) {
    for (let id: string | null = first; id !== null && !found.has(id); id = byId.get(id)?.successorId ?? null) {
      found.add(id);
    }
  }
  return found;
}

function withAllBelow(ids: ReadonlySet<string>, organizations: readonly Organization[]): ReadonlySet<string> {
  const tree = new Set(ids);
  for (let size = -1; size !== tree.size;) {
    size = tree.size;
    for (const { id, superiorId } of organizations) if (superiorId !== null && tree.has(superiorId)) tree.add(id);
  }
  return tree;
}

/** The chain above somebody, up to but without the organ that is competent for them. */
function superiorsBelowTheCompetent(id: string, byId: ById): readonly string[] {
  const chain: string[] = [];
  let superior = byId.get(byId.get(id)?.superiorId ?? '');
  while (superior && !isCompetentKind(superior) && superior.id !== id && !chain.includes(superior.id)) {
    chain.push(superior.id);
    superior = byId.get(superior.superiorId ?? '');
  }
  return chain;
}

export type RecipientRefusal =
  'ORGANIZATION_NOT_FOUND' | 'ORGANIZATION_NO_LONGER_VALID' | 'RECIPIENT_FORBIDDEN' | 'RECIPIENT_NOT_COMPETENT';

/** What a recipient is judged by. */
export type RecipientGrounds = Readonly<{
  accused: Accused;
  cadreLevel: CadreLevel | null;
  organizations: readonly Organization[];
  day: string;
}>;

/** E11: only an organ with authority over the accused's rank and place, and never one that is near them. */
export function checkedRecipient(id: string, grounds: RecipientGrounds): Result<Organization, RecipientRefusal> {
  const { accused, organizations, day } = grounds;
  const recipient = organizations.find((organization) => organization.id === id);
  if (!recipient) return fail('ORGANIZATION_NOT_FOUND');
  if (!isValidOn(recipient, day)) return fail('ORGANIZATION_NO_LONGER_VALID');
  if (forbiddenRecipients(accused, organizations).has(id)) return fail('RECIPIENT_FORBIDDEN');
  return isCompetentKind(recipient) && hasAuthority(recipient, grounds)
    ? ok(recipient)
    : fail('RECIPIENT_NOT_COMPETENT');
}

function hasAuthority(recipient: Organization, { accused, cadreLevel, organizations }: RecipientGrounds): boolean {
  const places = accused.respondentIds.map((id) => organizations.find((each) => each.id === id)?.areaPath ?? []);
  const paths = places.length === 0 ? [areaPathOf(accused.areaCode)] : places;
  const isAbove = paths.every((path) => path.includes(recipient.areaCode));
  return isAbove && (cadreLevel === null || levels.indexOf(recipient.level) >= levels.indexOf(cadreLevel));
}

/** 上一级纪检监察机关: the nearest one above an organ that may take the matter; null where there is none. */
export function nextDisciplineOrgan(of: Organization, grounds: RecipientGrounds): Organization | null {
  const above = of.areaPath.slice(0, of.areaPath.indexOf(of.areaCode)).toReversed();
  for (const areaCode of above) {
    const organ = grounds.organizations.find(
      (each) => each.kind === 'DISCIPLINE' && each.areaCode === areaCode && checkedRecipient(each.id, grounds).ok,
    );
    if (organ) return organ;
  }
  return null;
}

/** 组织部门, which is told of matters of cadres: it may be as little near the accused as the recipient. */
export function isOrganizationDepartment(id: string, grounds: RecipientGrounds): boolean {
  const department = grounds.organizations.find((organization) => organization.id === id);
  return (
    department !== undefined &&
    department.kind === 'PARTY_ORGAN' &&
    isValidOn(department, grounds.day) &&
    hasAuthority(department, grounds) &&
    !forbiddenRecipients(grounds.accused, grounds.organizations).has(id)
  );
}
