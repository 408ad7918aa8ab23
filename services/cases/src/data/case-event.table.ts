import { defineTable } from '@onevisit/data';
import type { CaseEvent } from '../domain/case-event.ts';

export const caseEventTable = defineTable<CaseEvent>('case_events', {
  id: 'uuid',
  caseId: 'uuid',
  seq: 'integer',
  type: 'text',
  at: 'instant',
  actorStaffId: 'uuid?',
  actorOrganizationId: 'uuid?',
  visibility: 'text',
  reasonSealed: 'text?',
  reasonHash: 'text?',
  payload: 'json',
  payloadHash: 'text',
  prevHash: 'text?',
  hash: 'text',
});
