import { nestedQuery, query } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

/** The viewer's own entry. */
export const findOwnStaff = query('staff:read', ({ viewer, load }: ServiceRead, _question: null) =>
  load.staffById.load(viewer.id),
);

/** Staff that something else refers to: null for who may not see staff. */
export const findStaff = nestedQuery('staff:read', ({ load }: ServiceRead, id: string) => load.staffById.load(id));

/** The members of a task force. */
export const membersOfTaskForce = nestedQuery('staff:read', ({ load }: ServiceRead, taskForceId: string) =>
  load.staffOfTaskForce.load(taskForceId),
);
