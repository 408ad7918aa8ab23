import { manyByParent, oneById } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Readers } from './index.ts';

export const leadershipPostLoaders = ({ leadershipPosts }: Readers) => ({
  byId: oneById(
    (ids) => leadershipPosts.byIds(ids.filter(isId)),
    ({ id }) => id,
  ),
  ofOrganization: manyByParent(leadershipPosts.ofOrganizations, ({ organizationId }) => organizationId),
});
