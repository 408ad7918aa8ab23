import { defineTable } from '@onevisit/data';
import type { Deadline } from '../domain/deadline.ts';

export const deadlineTable = defineTable<Deadline>('deadlines', {
  id: 'uuid',
  caseId: 'uuid',
  kind: 'text',
  responsibleOrganizationId: 'uuid?',
  executionItemId: 'uuid?',
  startedAt: 'instant',
  dueOn: 'day',
  dueAt: 'instant',
  targetAt: 'instant?',
  amount: 'integer?',
  unit: 'text',
  ruleVersion: 'text',
  calendarVersion: 'text?',
  isProvisional: 'boolean',
  basis: 'text',
  state: 'text',
  metAt: 'instant?',
  lateByDays: 'integer',
  version: 'integer',
});
