import { anonymousDoorMutations, anonymousDoorQueries } from './anonymous-door.resolvers.ts';
import {
  careActionFields,
  careRequestFields,
  careRequestMutations,
  careRequestQueries,
} from './care-request.resolvers.ts';
import { organizationFields, taskForceFields } from './contributions.resolvers.ts';
import type { Resolvers } from './generated.ts';
import {
  staffSuggestionFields,
  staffSuggestionMutations,
  staffSuggestionQueries,
  suggestionActionFields,
  suggestionDecisionFields,
} from './staff-suggestion.resolvers.ts';
import { staffFields, staffQueries } from './staff.resolvers.ts';

import { supportMutations, supportQueries, supportRatingFields, supportRequestFields } from './support.resolvers.ts';
import { wellbeingMutations, wellbeingQueries } from './wellbeing-pulse.resolvers.ts';

/** Every root field of the schema appears here, or this does not compile. */
export const resolvers: Resolvers = {
  Query: {
    ...staffQueries,
    ...careRequestQueries,
    ...staffSuggestionQueries,
    ...anonymousDoorQueries,
    ...wellbeingQueries,
    ...supportQueries,
  },
  Mutation: {
    ...careRequestMutations,
    ...staffSuggestionMutations,
    ...anonymousDoorMutations,
    ...wellbeingMutations,
    ...supportMutations,
  },
  CareAction: careActionFields,
  CareRequest: careRequestFields,
  Organization: organizationFields,
  Staff: staffFields,
  StaffSuggestion: staffSuggestionFields,
  SuggestionAction: suggestionActionFields,
  SuggestionDecision: suggestionDecisionFields,
  SupportRating: supportRatingFields,
  SupportRequest: supportRequestFields,
  TaskForce: taskForceFields,
};
