import { defineTable } from '@onevisit/data';
import type { Risk } from '../domain/risk.ts';

export const riskTable = defineTable<Risk>('risks', {
  id: 'uuid',
  projectId: 'uuid',
  description: 'text',
  measure: 'text',
  notedById: 'uuid',
  notedAt: 'instant',
  outcome: 'text?',
  closedAt: 'instant?',
  version: 'integer',
});
