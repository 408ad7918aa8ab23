import { insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { ServiceWindow } from '../domain/service-window.ts';
import { serviceWindowTable } from './service-window.table.ts';

export const serviceWindowRepository = (manager: EntityManager) => ({
  insertAll: (windows: readonly ServiceWindow[]) => insertRows(manager, serviceWindowTable, windows),
});
