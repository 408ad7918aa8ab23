import type { DatabaseDefinition, Reader } from '@onevisit/data';
import { eventEngine } from '@onevisit/events';
import type { EntityManager } from 'typeorm';
import { innovationProjectReader } from './innovation-project.reader.ts';
import { innovationProjectRepository } from './innovation-project.repository.ts';
import { innovationProjectTable, projectTimelineTable } from './innovation-project.table.ts';
import { CreateInnovation1767225600000 } from './migrations/1767225600000-create-innovation.ts';
import { practiceReader } from './practice.reader.ts';
import { practiceRepository } from './practice.repository.ts';
import { practiceTable } from './practice.table.ts';
import { referenceRepository } from './reference.repository.ts';

export const databaseDefinition: DatabaseDefinition = {
  name: 'onevisit_innovation',
  tables: [innovationProjectTable, projectTimelineTable, practiceTable],
  migrations: [CreateInnovation1767225600000],
  appendOnly: ['project_timeline'],
  engine: eventEngine,
};

export type Repositories = ReturnType<typeof repositories>;

/** What a transaction may write. */
export const repositories = (manager: EntityManager) => ({
  projects: innovationProjectRepository(manager),
  practices: practiceRepository(manager),
  references: referenceRepository(manager),
});

export type Readers = ReturnType<typeof readers>;

/** What queries read, outside any transaction. */
export const readers = (reader: Reader) => ({
  projects: innovationProjectReader(reader),
  practices: practiceReader(reader),
});
