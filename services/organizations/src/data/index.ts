import type { DatabaseDefinition, Reader } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import { areaReader } from './area.reader.ts';
import { areaRepository } from './area.repository.ts';
import { areaTable } from './area.table.ts';
import { CreateOrganizations1767225600000 } from './migrations/1767225600000-create-organizations.ts';
import { organizationReader } from './organization.reader.ts';
import { organizationRepository } from './organization.repository.ts';
import { organizationAreaTable, organizationTable } from './organization.table.ts';

export const databaseDefinition: DatabaseDefinition = {
  name: 'onevisit_organizations',
  tables: [areaTable, organizationTable, organizationAreaTable],
  migrations: [CreateOrganizations1767225600000],
  appendOnly: [],
};

export type Repositories = ReturnType<typeof repositories>;

/** What a transaction may write. */
export const repositories = (manager: EntityManager) => ({
  areas: areaRepository(manager),
  organizations: organizationRepository(manager),
});

export type Readers = ReturnType<typeof readers>;

/** What queries read, outside any transaction. */
export const readers = (reader: Reader) => ({
  areas: areaReader(reader),
  organizations: organizationReader(reader),
});
