import { defineTable } from '@onevisit/data';
import type { Competence, Organization, StaffMember } from '../domain/organization.ts';

export const organizationTable = defineTable<Organization>('organizations', {
  id: 'uuid',
  code: 'text',
  kind: 'text',
  level: 'text',
  areaCode: 'text',
  areaPath: 'texts',
  superiorId: 'uuid?',
  successorId: 'uuid?',
  validFrom: 'day',
  validTo: 'day?',
});

export const competenceTable = defineTable<Competence>('competences', {
  id: 'uuid',
  organizationId: 'uuid',
  issueTypeCode: 'text',
  areaCode: 'text',
  priority: 'integer',
  validFrom: 'day',
  validTo: 'day?',
});

export const staffTable = defineTable<StaffMember>('staff', {
  id: 'uuid',
  organizationId: 'uuid',
  roles: 'texts',
  isActive: 'boolean',
});
