import { manyByParent, oneById } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Readers } from './index.ts';

export const warningLoaders = ({ warnings }: Readers) => ({
  byId: oneById(
    (ids) => warnings.byIds(ids.filter(isId)),
    ({ id }) => id,
  ),
  ofOrganization: manyByParent(warnings.ofOrganizations, ({ organizationId }) => organizationId),
  interviewById: oneById(
    (ids) => warnings.interviewsByIds(ids.filter(isId)),
    ({ id }) => id,
  ),
  interviewsOf: manyByParent(warnings.interviewsOf, ({ warningId }) => warningId),
});
