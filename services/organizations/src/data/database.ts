import type { DatabaseDefinition } from '@onevisit/data';
import { eventEngine } from '@onevisit/events';
import { areaTable } from './area.table.ts';
import { campaignTargetTable } from './campaign-target.table.ts';
import { campaignTable, campaignTaskForceTable } from './campaign.table.ts';
import { competenceTable } from './competence.table.ts';
import { indicatorDefinitionTable } from './indicator-definition.table.ts';
import { indicatorValueTable } from './indicator-value.table.ts';
import { leadershipPostTable } from './leadership-post.table.ts';
import { CreateOrganizations1767225600000 } from './migrations/1767225600000-create-organizations.ts';
import { CreateCompetences1767225600001 } from './migrations/1767225600001-create-competences.ts';
import { CreatePostsAndWindows1767225600002 } from './migrations/1767225600002-create-posts-and-windows.ts';
import { CreateCampaigns1767225600003 } from './migrations/1767225600003-create-campaigns.ts';
import { CreateIndicatorDefinitions1767225600004 } from './migrations/1767225600004-create-indicator-definitions.ts';
import { CreateUnitFacts1767225600005 } from './migrations/1767225600005-create-unit-facts.ts';
import { CreateRuleSets1767225600006 } from './migrations/1767225600006-create-rule-sets.ts';
import { CreateIndicatorValues1767225600007 } from './migrations/1767225600007-create-indicator-values.ts';
import { CreateUnitScores1767225600008 } from './migrations/1767225600008-create-unit-scores.ts';
import { CreateWarnings1767225600009 } from './migrations/1767225600009-create-warnings.ts';
import { CreateCampaignTargets1767225600010 } from './migrations/1767225600010-create-campaign-targets.ts';
import { organizationAreaTable, organizationTable } from './organization.table.ts';
import { ruleSetStepTable, ruleSetTable } from './rule-set.table.ts';
import { serviceWindowTable } from './service-window.table.ts';
import { taskForceTable } from './task-force.table.ts';
import { unitFactTable } from './unit-fact.table.ts';
import {
  appealVoteTable,
  scoreAppealTable,
  scoreConfirmationTable,
  scoreEntryTable,
  unitScoreTable,
} from './unit-score.table.ts';
import { interviewTable, warningNoticeTable } from './warning.table.ts';

export const databaseDefinition: DatabaseDefinition = {
  name: 'onevisit_organizations',
  tables: [
    areaTable,
    organizationTable,
    organizationAreaTable,
    competenceTable,
    leadershipPostTable,
    serviceWindowTable,
    taskForceTable,
    campaignTable,
    campaignTaskForceTable,
    indicatorDefinitionTable,
    unitFactTable,
    ruleSetTable,
    ruleSetStepTable,
    indicatorValueTable,
    unitScoreTable,
    scoreEntryTable,
    scoreAppealTable,
    appealVoteTable,
    scoreConfirmationTable,
    warningNoticeTable,
    interviewTable,
    campaignTargetTable,
  ],
  migrations: [
    CreateOrganizations1767225600000,
    CreateCompetences1767225600001,
    CreatePostsAndWindows1767225600002,
    CreateCampaigns1767225600003,
    CreateIndicatorDefinitions1767225600004,
    CreateUnitFacts1767225600005,
    CreateRuleSets1767225600006,
    CreateIndicatorValues1767225600007,
    CreateUnitScores1767225600008,
    CreateWarnings1767225600009,
    CreateCampaignTargets1767225600010,
  ],
  appendOnly: [
    'unit_facts',
    'rule_sets',
    'rule_set_steps',
    'indicator_values',
    'unit_scores',
    'score_entries',
    'score_appeals',
    'score_appeal_votes',
    'score_confirmations',
    'campaign_targets',
  ],
  engine: eventEngine,
};
