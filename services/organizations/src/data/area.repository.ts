import { insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { Area } from '../domain/area.ts';
import { areaTable } from './area.table.ts';

export const areaRepository = (manager: EntityManager) => ({
  /** Holds back everybody else who would begin to fill the store, until the transaction ends. */
  isEmptyWhenLocked: async (): Promise<boolean> => {
    await manager.query('lock table areas in exclusive mode');
    return !(await manager.exists(areaTable));
  },

  insertAll: (areas: readonly Area[]) => insertRows(manager, areaTable, areas),
});
