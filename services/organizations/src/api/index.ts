import { areaFields, areaQueries } from './area.resolvers.ts';
import { campaignTargetFields, campaignTargetMutations } from './campaign-target.resolvers.ts';
import { campaignFields, campaignQueries } from './campaign.resolvers.ts';
import {
  competenceFields,
  competenceQueries,
  competentOrganizationFields,
  issueTypeFields,
} from './competence.resolvers.ts';
import type { Resolvers } from './generated.ts';
import { indicatorDefinitionFields, indicatorDefinitionQueries } from './indicator-definition.resolvers.ts';
import { indicatorValueFields } from './indicator-value.resolvers.ts';
import { leadershipPostFields } from './leadership-post.resolvers.ts';
import { organizationFields, organizationQueries } from './organization.resolvers.ts';
import {
  ruleSetFactItemFields,
  ruleSetFields,
  ruleSetIndicatorItemFields,
  ruleSetMutations,
  ruleSetQueries,
  scoreBandFields,
} from './rule-set.resolvers.ts';
import { scoreSimulatorQueries } from './score-simulator.resolvers.ts';
import { serviceWindowFields, serviceWindowQueries } from './service-window.resolvers.ts';
import { staffFields, taskForceFields, taskForceQueries } from './task-force.resolvers.ts';
import {
  scoreAppealVoteFields,
  scoreEntryFields,
  unitScoreFields,
  unitScoreMutations,
  unitScoreQueries,
} from './unit-score.resolvers.ts';
import { interviewFields, warningFields, warningMutations, warningQueries } from './warning.resolvers.ts';
import { calendarDayFields, workCalendarFields, workCalendarQueries } from './work-calendar.resolvers.ts';

/** Every root field of the schema appears here, or this does not compile. */
export const resolvers: Resolvers = {
  Query: {
    ...areaQueries,
    ...organizationQueries,
    ...serviceWindowQueries,
    ...competenceQueries,
    ...campaignQueries,
    ...taskForceQueries,
    ...workCalendarQueries,
    ...indicatorDefinitionQueries,
    ...ruleSetQueries,
    ...scoreSimulatorQueries,
    ...unitScoreQueries,
    ...warningQueries,
  },
  Mutation: {
    ...ruleSetMutations,
    ...unitScoreMutations,
    ...warningMutations,
    ...campaignTargetMutations,
  },
  Area: areaFields,
  Organization: organizationFields,
  LeadershipPost: leadershipPostFields,
  ServiceWindow: serviceWindowFields,
  Competence: competenceFields,
  CompetentOrganization: competentOrganizationFields,
  IssueType: issueTypeFields,
  Campaign: campaignFields,
  CampaignTarget: campaignTargetFields,
  TaskForce: taskForceFields,
  Staff: staffFields,
  WorkCalendar: workCalendarFields,
  CalendarDay: calendarDayFields,
  IndicatorDefinition: indicatorDefinitionFields,
  IndicatorValue: indicatorValueFields,
  ScoringRuleSet: ruleSetFields,
  RuleSetIndicatorItem: ruleSetIndicatorItemFields,
  RuleSetFactItem: ruleSetFactItemFields,
  ScoreBand: scoreBandFields,
  UnitScore: unitScoreFields,
  WarningNotice: warningFields,
  Interview: interviewFields,
  ScoreEntry: scoreEntryFields,
  ScoreAppealVote: scoreAppealVoteFields,
};
