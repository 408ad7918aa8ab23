import { manyByParent, oneById } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Readers } from './index.ts';

export const serviceWindowLoaders = ({ serviceWindows }: Readers) => ({
  byId: oneById(
    (ids) => serviceWindows.byIds(ids.filter(isId)),
    ({ id }) => id,
  ),
  ofOrganization: manyByParent(serviceWindows.ofOrganizations, ({ organizationId }) => organizationId),
});
