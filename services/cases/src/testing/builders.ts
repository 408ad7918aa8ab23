import { newId, seededId, type DeliveredEvent, type EventData, type Viewer } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import type { Organization } from '../domain/organization.ts';

/** An organization of the fictional city, by its code; its area and its path follow from that. */
export function anOrganization(code: string, overrides: Partial<Organization> = {}): Organization {
  const areaCode = code.split('-')[0] ?? code;
  const areaPath = areaCode === '990100' ? ['990100'] : ['990100', areaCode.slice(0, 6), areaCode].filter(isFirst);
  return {
    id: seededId('organization', code),
    code,
    kind: code.endsWith('LETT') ? 'PETITION_BUREAU' : 'DEPARTMENT',
    level: areaPath.length === 1 ? 'CITY' : areaPath.length === 2 ? 'COUNTY' : 'TOWNSHIP',
    areaCode,
    areaPath,
    superiorId: null,
    successorId: null,
    validFrom: '2020-01-01',
    validTo: null,
    ...overrides,
  };
}

const isFirst = (value: string, at: number, all: readonly string[]): boolean => all.indexOf(value) === at;

const cityBureau = anOrganization('990100-LETT');
const countyBureau = anOrganization('990102-LETT', { superiorId: cityBureau.id });
const cityDepartment = anOrganization('990100-HRSS');
const government = anOrganization('990102-GOV', { kind: 'GOVERNMENT' });
const department = anOrganization('990102-HRSS', { superiorId: cityDepartment.id });

/** A city with two counties and a township: who receives, who answers, who is above them. */
export const town = {
  cityBureau,
  supervision: anOrganization('990100-LETT-SUPERVISION', { kind: 'PETITION_SECTION', superiorId: cityBureau.id }),
  discipline: anOrganization('990100-DISC', { kind: 'DISCIPLINE' }),
  cityDepartment,
  countyBureau,
  townshipOffice: anOrganization('990102001-LETT', { kind: 'PETITION_OFFICE', superiorId: countyBureau.id }),
  village: anOrganization('990102001-VILL', { kind: 'VILLAGE_COMMITTEE', superiorId: government.id }),
  government,
  department,
  belowDepartment: anOrganization('990102001-HRSS', { superiorId: department.id }),
  /** Competent for nothing, and under the county's government. */
  otherDepartment: anOrganization('990102-NRES', { superiorId: government.id }),
  merged: anOrganization('990102-LABR', { validTo: '2025-12-31' }),
  otherBureau: anOrganization('990103-LETT', { superiorId: cityBureau.id }),
  otherCountyDepartment: anOrganization('990103-HRSS', { superiorId: cityDepartment.id }),
};

/** Who works there; each is known to the service as one of the staff. */
export const people = {
  clerk: aViewer('CLERK'),
  bureau: aViewer('BUREAU'),
  handler: aViewer('HANDLER'),
  leader: aViewer('LEADER'),
  colleague: aViewer('HANDLER', { id: seededId('staff', '990102-HRSS/colleague') }),
  supervisor: aViewer('SUPERVISOR', { organizationId: town.supervision.id }),
  otherHandler: aViewer('HANDLER', {
    id: seededId('staff', '990102-NRES/HANDLER'),
    organizationId: town.otherDepartment.id,
  }),
  unitClerk: aViewer('CLERK', {
    id: seededId('staff', '990102-HRSS/CLERK'),
    organizationId: town.department.id,
  }),
};

/** The same role in the other county; supervisors look by their city, so theirs is another city. */
export const elsewhere = (viewer: Viewer): Viewer => ({
  ...viewer,
  id: seededId('staff', `990103/${viewer.roles.join()}`),
  organizationId: viewer.roles.includes('HANDLER') ? town.otherCountyDepartment.id : town.otherBureau.id,
  areaCode: viewer.roles.includes('SUPERVISOR') ? '990200' : '990103',
});

export const petitionerOf = (caseId: string, grade: 'VIEW' | 'ACT' = 'ACT'): Viewer =>
  aViewer('PETITIONER', { caseId, grade });

/** What the other subgraphs have told of the town and its people. */
export const townEvents: readonly DeliveredEvent[] = [
  ...Object.values(town).map(({ id, ...organization }) => anEvent('organization.changed.v1', id, organization)),
  anEvent('competence.changed.v1', seededId('competence', '990102-HRSS/A1/990102'), {
    organizationId: town.department.id,
    issueTypeCode: 'A1',
    areaCode: '990102',
    priority: 1,
    validFrom: '2020-01-01',
    validTo: null,
  }),
  ...Object.values(people).map((person) => staffEvent(person)),
];

export function staffEvent({ id, organizationId, roles }: Viewer, isActive = true, version = 1): DeliveredEvent {
  const type = isActive ? 'staff.joined.v1' : 'staff.left.v1';
  return anEvent(type, id, { organizationId: organizationId ?? '', roles: [...roles], isActive }, version);
}

export function anEvent(type: string, subjectId: string, data: EventData, subjectVersion = 1): DeliveredEvent {
  return {
    id: newId(),
    type,
    subjectId,
    subjectVersion,
    data,
    organizationId: null,
    source: 'organizations',
    time: '2026-01-01T00:00:00.000Z',
    actorOrganizationId: null,
  };
}

/** Fictional, and to be found nowhere but where they are sealed. */
export const secrets = {
  name: '欧阳测试',
  phone: '13900001234',
  address: '云泽市平湖县某街1号',
  idNumber: '990102199003070011',
  narrative: '单位拖欠我三个月工资，多次讨要无果。',
  claim: '请求支付拖欠的工资',
};

/** A petition about unpaid wages. */
export const aPetition = (overrides: Readonly<Record<string, unknown>> = {}) => ({
  idempotencyKey: newId(),
  channel: 'VISIT',
  category: 'APPEAL',
  issueTypeCode: 'A1',
  areaCode: '990102001',
  title: '反映拖欠工资',
  summary: '反映某企业拖欠工资三个月',
  narrative: secrets.narrative,
  claims: [{ text: secrets.claim, amountFen: '1800000' }],
  parties: [aParty()],
  ...overrides,
});

export const aParty = (overrides: Readonly<Record<string, unknown>> = {}) => ({
  name: secrets.name,
  phone: secrets.phone,
  address: secrets.address,
  idNumber: secrets.idNumber,
  contactPreference: 'SMS',
  ...overrides,
});
