import { campaignFields, issueTypeFields, organizationFields } from './contributions.resolvers.ts';
import type { Resolvers } from './generated.ts';
import {
  innovationProjectFields,
  innovationProjectMutations,
  innovationProjectQueries,
  projectMetricFields,
  projectTimelineEntryFields,
} from './innovation-project.resolvers.ts';
import { practiceFields, practiceQueries } from './practice.resolvers.ts';

/** Every root field of the schema appears here, or this does not compile. */
export const resolvers: Resolvers = {
  Query: { ...innovationProjectQueries, ...practiceQueries },
  Mutation: { ...innovationProjectMutations },
  Campaign: campaignFields,
  InnovationProject: innovationProjectFields,
  IssueType: issueTypeFields,
  Organization: organizationFields,
  Practice: practiceFields,
  ProjectMetric: projectMetricFields,
  ProjectTimelineEntry: projectTimelineEntryFields,
};
