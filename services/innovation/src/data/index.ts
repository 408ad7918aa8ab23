import type { DatabaseDefinition, Reader } from '@onevisit/data';
import { eventEngine } from '@onevisit/events';
import type { EntityManager } from 'typeorm';
import { evaluationReader } from './evaluation.reader.ts';
import { evaluationRepository } from './evaluation.repository.ts';
import { evaluationTable, indicatorValueTable, preRegistrationTable } from './evaluation.table.ts';
import { innovationProjectReader } from './innovation-project.reader.ts';
import { innovationProjectRepository } from './innovation-project.repository.ts';
import { innovationProjectTable, projectTimelineTable } from './innovation-project.table.ts';
import { milestoneReader } from './milestone.reader.ts';
import { milestoneRepository } from './milestone.repository.ts';
import { milestoneTable } from './milestone.table.ts';
import { CreateInnovation1767225600000 } from './migrations/1767225600000-create-innovation.ts';
import { CreateEvaluations1767225600001 } from './migrations/1767225600001-create-evaluations.ts';
import { CreateMilestones1767225600002 } from './migrations/1767225600002-create-milestones.ts';
import { CreateRisks1767225600003 } from './migrations/1767225600003-create-risks.ts';
import { practiceReader } from './practice.reader.ts';
import { practiceRepository } from './practice.repository.ts';
import { practiceTable } from './practice.table.ts';
import { referenceRepository } from './reference.repository.ts';
import { riskRepository } from './risk.repository.ts';
import { riskTable } from './risk.table.ts';

export const databaseDefinition: DatabaseDefinition = {
  name: 'onevisit_innovation',
  tables: [
    innovationProjectTable,
    projectTimelineTable,
    practiceTable,
    indicatorValueTable,
    preRegistrationTable,
    evaluationTable,
    milestoneTable,
    riskTable,
  ],
  migrations: [
    CreateInnovation1767225600000,
    CreateEvaluations1767225600001,
    CreateMilestones1767225600002,
    CreateRisks1767225600003,
  ],
  appendOnly: ['project_timeline', 'indicator_values', 'pre_registrations', 'evaluations'],
  engine: eventEngine,
};

export type Repositories = ReturnType<typeof repositories>;

/** What a transaction may write. */
export const repositories = (manager: EntityManager) => ({
  projects: innovationProjectRepository(manager),
  evaluations: evaluationRepository(manager),
  milestones: milestoneRepository(manager),
  risks: riskRepository(manager),
  practices: practiceRepository(manager),
  references: referenceRepository(manager),
});

export type Readers = ReturnType<typeof readers>;

/** What queries read, outside any transaction. */
export const readers = (reader: Reader) => ({
  projects: innovationProjectReader(reader),
  evaluations: evaluationReader(reader),
  milestones: milestoneReader(reader),
  practices: practiceReader(reader),
});
