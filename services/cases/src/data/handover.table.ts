import { defineTable } from '@onevisit/data';
import type { AccusationHandover } from '../domain/accusation.ts';

export const accusationHandoverTable = defineTable<AccusationHandover>('accusation_handovers', {
  id: 'uuid',
  caseId: 'uuid',
  state: 'text',
  fromOrganizationId: 'uuid',
  toOrganizationId: 'uuid',
  cadreLevel: 'text?',
  organizationDepartmentId: 'uuid?',
  proposedBy: 'uuid',
  proposedAt: 'instant',
  secondedBy: 'uuid?',
  handedAt: 'instant?',
  packageHash: 'text?',
  acknowledgedAt: 'instant?',
  declinedAt: 'instant?',
  declineReasonSealed: 'text?',
  competentOrganizationId: 'uuid?',
  version: 'integer',
});
