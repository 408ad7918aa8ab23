import { insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { TaskForce } from '../domain/task-force.ts';
import { taskForceTable } from './task-force.table.ts';

export const taskForceRepository = (manager: EntityManager) => ({
  insertAll: (taskForces: readonly TaskForce[]) => insertRows(manager, taskForceTable, taskForces),
});
