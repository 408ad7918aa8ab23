import { query } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

export const findLeadershipPost = query('organization:read', ({ load }: ServiceRead, id: string) =>
  load.leadershipPosts.byId.load(id),
);

export const leadershipPostsOfOrganization = query(
  'organization:read',
  ({ load }: ServiceRead, organizationId: string) => load.leadershipPosts.ofOrganization.load(organizationId),
);
