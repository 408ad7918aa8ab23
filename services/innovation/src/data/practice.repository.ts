import { insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { Practice } from '../domain/practice.ts';
import { practiceTable } from './practice.table.ts';

export const practiceRepository = (manager: EntityManager) => ({
  /** Holds back everybody else who would begin to fill the store, until the transaction ends. */
  isEmptyWhenLocked: async (): Promise<boolean> => {
    await manager.query('lock table practices in exclusive mode');
    return !(await manager.exists(practiceTable));
  },

  insertAll: (practices: readonly Practice[]) => insertRows(manager, practiceTable, practices),
});
