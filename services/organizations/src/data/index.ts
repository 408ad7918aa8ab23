import type { Reader } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import { areaReader } from './area.reader.ts';
import { areaRepository } from './area.repository.ts';
import { campaignTargetReader } from './campaign-target.reader.ts';
import { campaignTargetRepository } from './campaign-target.repository.ts';
import { campaignReader } from './campaign.reader.ts';
import { campaignRepository } from './campaign.repository.ts';
import { competenceReader } from './competence.reader.ts';
import { competenceRepository } from './competence.repository.ts';
import { indicatorDefinitionReader } from './indicator-definition.reader.ts';
import { indicatorDefinitionRepository } from './indicator-definition.repository.ts';
import { indicatorValueReader } from './indicator-value.reader.ts';
import { indicatorValueRepository } from './indicator-value.repository.ts';
import { leadershipPostReader } from './leadership-post.reader.ts';
import { leadershipPostRepository } from './leadership-post.repository.ts';
import { organizationReader } from './organization.reader.ts';
import { organizationRepository } from './organization.repository.ts';
import { ruleSetReader } from './rule-set.reader.ts';
import { ruleSetRepository } from './rule-set.repository.ts';
import { serviceWindowReader } from './service-window.reader.ts';
import { serviceWindowRepository } from './service-window.repository.ts';
import { taskForceReader } from './task-force.reader.ts';
import { taskForceRepository } from './task-force.repository.ts';
import { unitFactRepository } from './unit-fact.repository.ts';
import { unitScoreReader } from './unit-score.reader.ts';
import { unitScoreRepository } from './unit-score.repository.ts';
import { warningReader } from './warning.reader.ts';
import { interviewRepository, warningRepository } from './warning.repository.ts';

export { databaseDefinition } from './database.ts';

export type Repositories = ReturnType<typeof repositories>;

/** What a transaction may write. */
export const repositories = (manager: EntityManager) => ({
  areas: areaRepository(manager),
  organizations: organizationRepository(manager),
  leadershipPosts: leadershipPostRepository(manager),
  serviceWindows: serviceWindowRepository(manager),
  competences: competenceRepository(manager),
  taskForces: taskForceRepository(manager),
  campaigns: campaignRepository(manager),
  indicatorDefinitions: indicatorDefinitionRepository(manager),
  unitFacts: unitFactRepository(manager),
  ruleSets: ruleSetRepository(manager),
  indicatorValues: indicatorValueRepository(manager),
  unitScores: unitScoreRepository(manager),
  warnings: warningRepository(manager),
  interviews: interviewRepository(manager),
  campaignTargets: campaignTargetRepository(manager),
});

export type Readers = ReturnType<typeof readers>;

/** What queries read, outside any transaction. */
export const readers = (reader: Reader) => ({
  areas: areaReader(reader),
  organizations: organizationReader(reader),
  leadershipPosts: leadershipPostReader(reader),
  serviceWindows: serviceWindowReader(reader),
  competences: competenceReader(reader),
  taskForces: taskForceReader(reader),
  campaigns: campaignReader(reader),
  indicatorDefinitions: indicatorDefinitionReader(reader),
  ruleSets: ruleSetReader(reader),
  indicatorValues: indicatorValueReader(reader),
  unitScores: unitScoreReader(reader),
  warnings: warningReader(reader),
  campaignTargets: campaignTargetReader(reader),
});
