import { insertRow, lockedRow, updateRow } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { Milestone } from '../domain/milestone.ts';
import { milestoneTable } from './milestone.table.ts';

export const milestoneRepository = (manager: EntityManager) => ({
  locked: async (id: string): Promise<Milestone | null> => (isId(id) ? lockedRow(manager, milestoneTable, id) : null),
  countOf: (projectId: string): Promise<number> => manager.countBy(milestoneTable, { projectId }),
  insert: (milestone: Milestone) => insertRow(manager, milestoneTable, milestone),
  update: (before: Milestone, after: Milestone) => updateRow(manager, milestoneTable, before, after),
});
