import { publicViewer, type StaffRole, type Viewer } from '@onevisit/kernel';
import type { Organization } from '../domain/organization.ts';
import type { Staff } from '../domain/staff.ts';
import { anOrganization, aStaffMember } from './builders.ts';

/** A small city: its bureau, two county bureaus, a township office and a department below them. */
const cityBureau = anOrganization('990100-LETT', { areaPath: ['990100'] });
const countyBureau = anOrganization('990102-LETT', { areaPath: ['990100', '990102'], superiorId: cityBureau.id });
const townshipOffice = anOrganization('990102001-LETT', {
  areaPath: ['990100', '990102', '990102001'],
  superiorId: countyBureau.id,
});
const department = anOrganization('990102-HRSS', { areaPath: ['990100', '990102'] });
const otherCountyBureau = anOrganization('990103-LETT', {
  areaPath: ['990100', '990103'],
  superiorId: cityBureau.id,
});

export const organizations: readonly Organization[] = [
  cityBureau,
  countyBureau,
  townshipOffice,
  department,
  otherCountyBureau,
];
export { cityBureau, countyBureau, department, otherCountyBureau, townshipOffice };

const member = (code: string, role: StaffRole, overrides: Partial<Staff> = {}) =>
  aStaffMember({ code, roles: [role], ...overrides });

export const director = member('990100-LETT/1', 'DIRECTOR', { displayName: '林望舒', post: '局长' });
export const careOfficer = member('990100-LETT/2', 'CARE_OFFICER', { displayName: '苏禾', post: '关爱专员' });
export const secondCareOfficer = member('990100-LETT/3', 'CARE_OFFICER');
export const chief = member('990102-LETT/1', 'CHIEF', { displayName: '周岚', post: '局长' });
export const clerk = member('990102-LETT/2', 'CLERK');
export const leader = member('990102-HRSS/1', 'LEADER');
export const handler = member('990102-HRSS/2', 'HANDLER');
export const otherClerk = member('990103-LETT/2', 'CLERK');
export const otherCareOfficer = member('990103-LETT/3', 'CARE_OFFICER');
export const staff: readonly Staff[] = [
  director,
  careOfficer,
  secondCareOfficer,
  chief,
  clerk,
  leader,
  handler,
  otherClerk,
  otherCareOfficer,
];

/** The viewer that a member of staff is after logging in. */
export const loggedIn = ({ id, roles, code, organizationId }: Staff, overrides: Partial<Viewer> = {}): Viewer => ({
  ...publicViewer(),
  id,
  roles,
  organizationId,
  areaCode: code.split('-')[0] ?? null,
  ...overrides,
});
