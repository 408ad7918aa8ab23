import { defineTable } from '@onevisit/data';
import type { UnitFact } from '../domain/unit-fact.ts';

export const unitFactTable = defineTable<UnitFact>('unit_facts', {
  id: 'uuid',
  source: 'text',
  kind: 'text',
  severity: 'text?',
  organizationId: 'uuid',
  caseId: 'uuid',
  deadlineId: 'uuid?',
  occurredAt: 'instant',
  circumstances: 'texts',
  recordedAt: 'instant',
});
