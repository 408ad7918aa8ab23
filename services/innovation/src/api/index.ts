import { campaignFields, issueTypeFields, organizationFields } from './contributions.resolvers.ts';
import {
  effectFields,
  evaluationFields,
  evaluationMutations,
  evaluationQueries,
  pilotStepFields,
  preRegistrationFields,
} from './evaluation.resolvers.ts';
import type { Resolvers } from './generated.ts';
import {
  innovationProjectFields,
  innovationProjectMutations,
  innovationProjectQueries,
  projectMetricFields,
  projectTimelineEntryFields,
} from './innovation-project.resolvers.ts';
import { milestoneFields, milestoneMutations } from './milestone.resolvers.ts';
import { practiceFields, practiceQueries } from './practice.resolvers.ts';
import { projectEndMutations } from './project-end.resolvers.ts';
import { projectRiskFields, projectRiskMutations } from './project-risk.resolvers.ts';

/** Every root field of the schema appears here, or this does not compile. */
export const resolvers: Resolvers = {
  Query: { ...innovationProjectQueries, ...evaluationQueries, ...practiceQueries },
  Mutation: {
    ...innovationProjectMutations,
    ...evaluationMutations,
    ...projectEndMutations,
    ...milestoneMutations,
    ...projectRiskMutations,
  },
  Campaign: campaignFields,
  Effect: effectFields,
  Evaluation: evaluationFields,
  InnovationProject: innovationProjectFields,
  IssueType: issueTypeFields,
  Milestone: milestoneFields,
  Organization: organizationFields,
  PilotStep: pilotStepFields,
  Practice: practiceFields,
  PreRegistration: preRegistrationFields,
  ProjectMetric: projectMetricFields,
  ProjectRisk: projectRiskFields,
  ProjectTimelineEntry: projectTimelineEntryFields,
};
