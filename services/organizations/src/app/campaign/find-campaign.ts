import { nestedQuery } from '@onevisit/kernel';
import type { EntityKey } from '../entity-key.ts';
import type { ServiceRead } from '../operation.ts';

export const findCampaign = nestedQuery('campaign:read', ({ load }: ServiceRead, key: EntityKey) =>
  'id' in key ? load.campaigns.byId.load(key.id) : load.campaigns.byCode.load(key.code),
);

export const campaignsOfTaskForce = nestedQuery('campaign:read', ({ load }: ServiceRead, taskForceId: string) =>
  load.campaigns.ofTaskForce.load(taskForceId),
);
