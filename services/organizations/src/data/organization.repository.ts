import { insertRows } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { Organization } from '../domain/organization.ts';
import { organizationAreaTable, organizationTable, type OrganizationArea } from './organization.table.ts';

/** An organization and the areas that it lies in. */
export type PlacedOrganization = Readonly<{ organization: Organization; areaPath: readonly string[] }>;

export const organizationRepository = (manager: EntityManager) => ({
  /** Puts each organization into the list of its area and of every area above. */
  insertAll: async (placed: readonly PlacedOrganization[]): Promise<void> => {
    await insertRows(
      manager,
      organizationTable,
      placed.map(({ organization }) => organization),
    );
    await insertRows(manager, organizationAreaTable, placed.flatMap(placesOf));
  },

  byId: (id: string | null): Promise<Organization | null> =>
    id === null || !isId(id) ? Promise.resolve(null) : manager.findOneBy(organizationTable, { id }),
});

const placesOf = ({ organization, areaPath }: PlacedOrganization): OrganizationArea[] =>
  areaPath.map((areaCode) => ({
    areaCode,
    organizationCode: organization.code,
    organizationId: organization.id,
    kind: organization.kind,
  }));
