import { defineTable } from '@onevisit/data';
import type { Milestone } from '../domain/milestone.ts';

export const milestoneTable = defineTable<Milestone>('milestones', {
  id: 'uuid',
  projectId: 'uuid',
  title: 'text',
  weight: 'integer',
  dueOn: 'day',
  evidence: 'text?',
  reachedAt: 'instant?',
  reachedById: 'uuid?',
  version: 'integer',
});
