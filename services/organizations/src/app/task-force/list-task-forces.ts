import type { PageRequest } from '@onevisit/data';
import { query } from '@onevisit/kernel';
import type { TaskForceState } from '../../domain/task-force.ts';
import { pageByCode } from '../page-by-code.ts';
import type { ServiceRead } from '../operation.ts';

type Question = PageRequest & Readonly<{ state: TaskForceState | null }>;

export const listTaskForces = query('task-force:read', ({ read, load }: ServiceRead, { state, ...request }: Question) =>
  pageByCode(request, async (afterCode, limit) =>
    load.taskForces.remember(await read.taskForces.page({ afterCode, limit, state })),
  ),
);
