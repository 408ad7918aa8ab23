import {
  competences as competencesOfCity,
  organizations as organizationsOfCity,
  staff as staffOfCity,
} from '@onevisit/city';
import { publicViewer, seededId, type Viewer } from '@onevisit/kernel';
import type { Competence, Organization, StaffMember } from '../../domain/organization.ts';

/** Somebody of the staff, as the one who is assigned a case and as the one who acts. */
export type Somebody = Readonly<{ member: StaffMember; viewer: Viewer }>;

/**
 * 机关、职责、人员 of the fictional city, by their codes. The service's own copies come by event and are the same; a
 * history is told from the source, so that no order of loading matters.
 */
export type CityDirectory = Readonly<{
  organization: (code: string) => Organization;
  organizationById: (id: string) => Organization;
  competencesOf: (organizationCode: string) => readonly Competence[];
  /** All above the organization, the nearest first. */
  superiorIds: (organizationCode: string) => readonly string[];
  /** The organization and all below it. */
  subtreeIds: (organizationCode: string) => readonly string[];
  somebody: (staffCode: string) => Somebody;
}>;

export function createCityDirectory(): CityDirectory {
  const organizations = new Map(organizationsOfCity.map((each) => [each.code, organizationFrom(each)]));
  const byId = new Map([...organizations.values()].map((organization) => [organization.id, organization]));
  const below = Map.groupBy(organizations.values(), ({ superiorId }) => superiorId);
  const competences = Map.groupBy(competencesOfCity.map(competenceFrom), ({ organizationId }) => organizationId);
  const staff = new Map(staffOfCity.map((each) => [each.code, each]));

  const organization = (code: string): Organization => known(organizations, code);
  const superiorsOf = ({ superiorId }: Organization): readonly string[] =>
    superiorId === null ? [] : [superiorId, ...superiorsOf(known(byId, superiorId))];
  const treeOf = (id: string): readonly string[] => [id, ...(below.get(id) ?? []).flatMap((each) => treeOf(each.id))];

  return {
    organization,
    organizationById: (id) => known(byId, id),
    competencesOf: (code) => competences.get(organization(code).id) ?? [],
    superiorIds: (code) => superiorsOf(organization(code)),
    subtreeIds: (code) => treeOf(organization(code).id),
    somebody: (code) => somebodyFrom(known(staff, code), organization),
  };
}

function known<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new RangeError(`nothing in the city is ${key}`);
  return value;
}

const organizationFrom = ({
  code,
  kind,
  level,
  areaCode,
  areaPath,
  superiorCode,
  validFrom,
  validTo,
}: (typeof organizationsOfCity)[number]): Organization => ({
  id: seededId('organization', code),
  code,
  kind,
  level,
  areaCode,
  areaPath,
  superiorId: superiorCode === null ? null : seededId('organization', superiorCode),
  successorId: null,
  validFrom,
  validTo,
});

const competenceFrom = ({
  organizationCode,
  issueTypeCode,
  areaCode,
  priority,
  validFrom,
  validTo,
}: (typeof competencesOfCity)[number]): Competence => ({
  id: seededId('competence', `${organizationCode}/${issueTypeCode}/${areaCode}`),
  organizationId: seededId('organization', organizationCode),
  issueTypeCode,
  areaCode,
  priority,
  validFrom,
  validTo,
});

function somebodyFrom(
  { code, organizationCode, roles, taskForceCode }: (typeof staffOfCity)[number],
  organization: CityDirectory['organization'],
): Somebody {
  const { id: organizationId, areaCode } = organization(organizationCode);
  const id = seededId('staff', code);
  return {
    member: { id, organizationId, roles, isActive: true },
    viewer: { ...publicViewer(), id, roles, organizationId, areaCode, taskForceCode },
  };
}
