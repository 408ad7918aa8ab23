import {
  careActionFields,
  careRequestFields,
  careRequestMutations,
  careRequestQueries,
} from './care-request.resolvers.ts';
import { organizationFields, taskForceFields } from './contributions.resolvers.ts';
import type { Resolvers } from './generated.ts';
import { staffFields, staffQueries } from './staff.resolvers.ts';

/** Every root field of the schema appears here, or this does not compile. */
export const resolvers: Resolvers = {
  Query: { ...staffQueries, ...careRequestQueries },
  Mutation: { ...careRequestMutations },
  CareAction: careActionFields,
  CareRequest: careRequestFields,
  Organization: organizationFields,
  Staff: staffFields,
  TaskForce: taskForceFields,
};
