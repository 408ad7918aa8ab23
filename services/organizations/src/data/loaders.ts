import { areaLoaders } from './area.loaders.ts';
import { campaignTargetLoaders } from './campaign-target.loaders.ts';
import { campaignLoaders } from './campaign.loaders.ts';
import { competenceLoaders } from './competence.loaders.ts';
import { indicatorDefinitionLoaders } from './indicator-definition.loaders.ts';
import { indicatorValueLoaders } from './indicator-value.loaders.ts';
import { leadershipPostLoaders } from './leadership-post.loaders.ts';
import { organizationLoaders } from './organization.loaders.ts';
import { ruleSetLoaders } from './rule-set.loaders.ts';
import { serviceWindowLoaders } from './service-window.loaders.ts';
import { taskForceLoaders } from './task-force.loaders.ts';
import { unitScoreLoaders } from './unit-score.loaders.ts';
import { warningLoaders } from './warning.loaders.ts';
import type { Readers } from './index.ts';

export type Loaders = ReturnType<typeof loaders>;

/** One set per operation: batches its reads and remembers what it has read. Lists are as of `today`. */
export const loaders = (read: Readers, today: string) => ({
  areas: areaLoaders(read),
  organizations: organizationLoaders(read, today),
  leadershipPosts: leadershipPostLoaders(read),
  serviceWindows: serviceWindowLoaders(read),
  competences: competenceLoaders(read, today),
  campaigns: campaignLoaders(read),
  taskForces: taskForceLoaders(read),
  indicatorDefinitions: indicatorDefinitionLoaders(read),
  ruleSets: ruleSetLoaders(read),
  indicatorValues: indicatorValueLoaders(read),
  unitScores: unitScoreLoaders(read),
  warnings: warningLoaders(read),
  campaignTargets: campaignTargetLoaders(read),
});
