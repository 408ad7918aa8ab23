import { graphError, type FieldsOf } from '@onevisit/subgraph';
import { competencesOfOrganization } from '../app/competence/competent-organizations.ts';
import type { EntityKey } from '../app/entity-key.ts';
import { findArea } from '../app/area/find-area.ts';
import { valuesOfOrganization } from '../app/indicator/list-indicator-values.ts';
import { leadershipPostsOfOrganization } from '../app/organization/find-leadership-post.ts';
import { findOrganization } from '../app/organization/find-organization.ts';
import { windowsOfOrganization } from '../app/organization/find-service-window.ts';
import { scoreOfOrganization } from '../app/score/find-unit-score.ts';
import { listOrganizations, organizationsUnderArea, subordinatesOf } from '../app/organization/list-organizations.ts';
import type { ServiceOperation } from '../app/operation.ts';
import { warningsOfOrganization } from '../app/warning/find-warning.ts';
import type { Organization } from '../domain/organization.ts';
import type { OrganizationResolvers, QueryOrganizationArgs, QueryResolvers } from './generated.ts';
import { oneKeyNeeded } from './organization.errors.ts';

export const organizationQueries = {
  organization: async (_, given, operation) => findOrganization(operation, keyOf(given)),
  organizations: (_, { first, after, kind, areaCode }, operation) => {
    const question = { first, after, kind: kind ?? null };
    return areaCode
      ? organizationsUnderArea(operation, { ...question, areaCode })
      : listOrganizations(operation, question);
  },
} satisfies Partial<QueryResolvers>;

export const organizationFields: FieldsOf<OrganizationResolvers, Organization> = {
  __resolveReference: (reference, operation) => findOrganization(operation, reference),
  area: ({ areaCode }, _, operation) => findArea(operation, areaCode),
  superior: ({ superiorId }, _, operation) => organizationNamed(operation, superiorId),
  successor: ({ successorId }, _, operation) => organizationNamed(operation, successorId),
  subordinates: ({ id }, { first, after }, operation) => subordinatesOf(operation, { superiorId: id, first, after }),
  leadershipPosts: ({ id }, _, operation) => leadershipPostsOfOrganization(operation, id),
  windows: ({ id }, _, operation) => windowsOfOrganization(operation, id),
  competences: ({ id }, _, operation) => competencesOfOrganization(operation, id),
  indicatorValues: ({ id }, { period }, operation) => valuesOfOrganization(operation, { organizationId: id, period }),
  warnings: ({ id }, _, operation) => warningsOfOrganization(operation, id),
  score: ({ id }, { quarter }, operation) => scoreOfOrganization(operation, { organizationId: id, quarter }),
};

const organizationNamed = async (operation: ServiceOperation, id: string | null) =>
  id === null ? null : findOrganization(operation, { id });

function keyOf({ id, code }: Partial<QueryOrganizationArgs>): EntityKey {
  if (id && !code) return { id };
  if (code && !id) return { code };
  throw graphError('BAD_USER_INPUT', oneKeyNeeded);
}
