import { areaFields, areaQueries } from './area.resolvers.ts';
import type { Resolvers } from './generated.ts';
import { organizationFields, organizationQueries } from './organization.resolvers.ts';

/** Every root field of the schema appears here, or this does not compile. */
export const resolvers: Resolvers = {
  Query: { ...areaQueries, ...organizationQueries },
  Area: areaFields,
  Organization: organizationFields,
};
