import { query } from '@onevisit/kernel';
import type { ServiceRead } from './operation.ts';

/** Every organization has two keys. */
export type OrganizationKey = Readonly<{ id: string } | { code: string }>;

/** Finds an organization that is no longer in force, too: old cases name it. */
export const findOrganization = query('organization:read', ({ load }: ServiceRead, key: OrganizationKey) =>
  'id' in key ? load.organizationById.load(key.id) : load.organizationByCode.load(key.code),
);
