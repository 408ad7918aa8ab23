import { insertRows } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { Staff } from '../domain/staff.ts';
import { staffTable } from './staff.table.ts';

export const staffRepository = (manager: EntityManager) => ({
  /** Holds back everybody else who would begin to fill the store, until the transaction ends. */
  isEmptyWhenLocked: async (): Promise<boolean> => {
    await manager.query('lock table staff in exclusive mode');
    return !(await manager.exists(staffTable));
  },

  insertAll: (staff: readonly Staff[]) => insertRows(manager, staffTable, staff),

  find: async (id: string): Promise<Staff | null> => (isId(id) ? manager.findOneBy(staffTable, { id }) : null),
});
