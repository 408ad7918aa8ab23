import { query } from '@onevisit/kernel';
import type { Organization } from '../../domain/organization.ts';
import type { ServiceRead } from '../operation.ts';
import type { EntityKey } from '../entity-key.ts';

/** Finds an organization that is no longer in force, too: old cases name it. */
export const findOrganization = query('organization:read', ({ load }: ServiceRead, key: EntityKey) =>
  'id' in key ? load.organizations.byId.load(key.id) : load.organizations.byCode.load(key.code),
);

/** The organization that a row of ours names: a foreign key says that it is there. */
export async function organizationOnRecord(read: ServiceRead, id: string): Promise<Organization> {
  const organization = await findOrganization(read, { id });
  if (!organization) throw new Error(`no organization ${id}`);
  return organization;
}
