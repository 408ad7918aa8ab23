import { insertRow, lockedRow, updateRow } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import { IsNull, type EntityManager } from 'typeorm';
import type { Risk } from '../domain/risk.ts';
import { riskTable } from './risk.table.ts';

export const riskRepository = (manager: EntityManager) => ({
  locked: async (id: string): Promise<Risk | null> => (isId(id) ? lockedRow(manager, riskTable, id) : null),
  countOpen: (projectId: string): Promise<number> => manager.countBy(riskTable, { projectId, closedAt: IsNull() }),
  insert: (risk: Risk) => insertRow(manager, riskTable, risk),
  update: (before: Risk, after: Risk) => updateRow(manager, riskTable, before, after),
});
