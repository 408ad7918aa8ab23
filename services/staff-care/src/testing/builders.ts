import { seededId } from '@onevisit/kernel';
import type { CareRequest } from '../domain/care-request.ts';
import type { Organization } from '../domain/organization.ts';
import type { StaffSuggestion } from '../domain/staff-suggestion.ts';
import type { Staff } from '../domain/staff.ts';

export const aStaffMember = (overrides: Partial<Staff> = {}): Staff => {
  const { code = '990102-HRSS/2', organizationId = seededId('organization', code.split('/')[0] ?? '') } = overrides;
  return {
    id: seededId('staff', code),
    code,
    number: Number(code.split('/')[1]),
    displayName: '沈砚秋',
    organizationId,
    post: '科员',
    roles: ['HANDLER'],
    joinedOn: '2019-07-01',
    taskForceId: null,
    version: 1,
    ...overrides,
  };
};

export const aCareRequest = (overrides: Partial<CareRequest> = {}): CareRequest => ({
  id: '01890000-0000-7000-8000-000000000001',
  requesterId: seededId('staff', '990102-HRSS/2'),
  organizationId: seededId('organization', '990102-HRSS'),
  kind: 'FAMILY',
  state: 'FILED',
  filedAt: new Date('2026-04-27T02:00:00Z'),
  firstResponseDueAt: new Date('2026-04-29T16:00:00Z'),
  firstRespondedAt: null,
  ownerId: null,
  closedAt: null,
  satisfaction: null,
  overdueSince: null,
  tellsDirector: null,
  version: 1,
  ...overrides,
});

export const anOrganization = (code: string, overrides: Partial<Organization> = {}): Organization => ({
  id: seededId('organization', code),
  superiorId: null,
  areaPath: ['990100'],
  ...overrides,
});

export const aSuggestion = (overrides: Partial<StaffSuggestion> = {}): StaffSuggestion => ({
  id: '01890000-0000-7000-8000-000000000002',
  route: 'LEADER_IN_CHARGE',
  authorId: seededId('staff', '990102-LETT/2'),
  organizationId: seededId('organization', '990102-LETT'),
  state: 'FILED',
  outcome: null,
  filedAt: new Date('2026-04-27T02:00:00Z'),
  filedWeek: null,
  listedAt: new Date('2026-04-27T02:00:00Z'),
  promotedAt: null,
  version: 1,
  ...overrides,
});
