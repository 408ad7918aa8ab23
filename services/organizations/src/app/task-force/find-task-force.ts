import { nestedQuery } from '@onevisit/kernel';
import type { EntityKey } from '../entity-key.ts';
import type { ServiceRead } from '../operation.ts';

export const findTaskForce = nestedQuery('task-force:read', ({ load }: ServiceRead, key: EntityKey) =>
  'id' in key ? load.taskForces.byId.load(key.id) : load.taskForces.byCode.load(key.code),
);

export const taskForcesOfCampaign = nestedQuery('task-force:read', ({ load }: ServiceRead, campaignId: string) =>
  load.taskForces.ofCampaign.load(campaignId),
);

/** The task forces that a member of staff leads. */
export const taskForcesLedBy = nestedQuery('task-force:read', ({ load }: ServiceRead, staffId: string) =>
  load.taskForces.ledBy.load(staffId),
);
