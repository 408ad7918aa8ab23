import { defineTable } from '@onevisit/data';
import type { Practice } from '../domain/practice.ts';

export const practiceTable = defineTable<Practice>('practices', {
  id: 'uuid',
  code: 'text',
  title: 'text',
  organizationId: 'uuid',
  problem: 'text',
  steps: 'texts',
  appliesTo: 'texts',
  prerequisites: 'texts',
});
