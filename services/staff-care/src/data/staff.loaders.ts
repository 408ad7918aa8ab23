import { manyByParent, oneById, perArguments } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Readers } from './index.ts';

type Slice = Readonly<{ afterNumber: number; limit: number }>;

export const staffLoaders = ({ staff }: Readers) => ({
  staffById: oneById(
    async (ids) => staff.byIds(ids.filter(isId)),
    ({ id }) => id,
  ),
  staffOfOrganization: perArguments((slice: Slice) =>
    manyByParent(
      async (organizationIds) => staff.ofOrganizations(slice, organizationIds.filter(isId)),
      ({ organizationId }) => organizationId,
    ),
  ),
  staffOfTaskForce: manyByParent(
    async (taskForceIds) => staff.ofTaskForces(taskForceIds.filter(isId)),
    ({ taskForceId }) => taskForceId ?? '',
  ),
});
