import type { DatabaseDefinition, Reader } from '@onevisit/data';
import { eventEngine } from '@onevisit/events';
import type { EntityManager } from 'typeorm';
import { careRequestReader } from './care-request.reader.ts';
import { careRequestRepository } from './care-request.repository.ts';
import { careActionTable, careKeyTable, careRequestTable, careTextTable } from './care-request.table.ts';
import type { CareSeal } from './care-seal.ts';
import { careSummaryReader } from './care-summary.reader.ts';
import { CreateStaffCare1767225600000 } from './migrations/1767225600000-create-staff-care.ts';
import { ReopenAndEscalateCare1767225600001 } from './migrations/1767225600001-reopen-and-escalate-care.ts';
import { organizationRepository } from './organization.repository.ts';
import { staffReader } from './staff.reader.ts';
import { staffRepository } from './staff.repository.ts';
import { staffTable } from './staff.table.ts';

export { createCareSeal, type CareSeal } from './care-seal.ts';

export const databaseDefinition: DatabaseDefinition = {
  name: 'onevisit_staff_care',
  tables: [staffTable, careRequestTable, careTextTable, careKeyTable, careActionTable],
  migrations: [CreateStaffCare1767225600000, ReopenAndEscalateCare1767225600001],
  appendOnly: ['care_actions', 'care_texts'],
  engine: eventEngine,
};

export type Repositories = ReturnType<ReturnType<typeof repositories>>;

/** What a transaction may write. */
export const repositories = (careSeal: CareSeal) => (manager: EntityManager) => ({
  staff: staffRepository(manager),
  careRequests: careRequestRepository(manager, careSeal),
  organizations: organizationRepository(manager),
});

export type Readers = ReturnType<typeof readers>;

/** What queries read, outside any transaction. */
export const readers = (reader: Reader, careSeal: CareSeal) => ({
  staff: staffReader(reader),
  careRequests: careRequestReader(reader, careSeal),
  careSummaries: careSummaryReader(reader),
});
