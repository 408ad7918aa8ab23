import { graphError, type FieldsOf } from '@onevisit/subgraph';
import { findArea } from '../app/find-area.ts';
import { findOrganization, type OrganizationKey } from '../app/find-organization.ts';
import type { ServiceOperation } from '../app/operation.ts';
import { listOrganizations, organizationsUnderArea, subordinatesOf } from '../app/list-organizations.ts';
import type { Organization } from '../domain/organization.ts';
import type { OrganizationResolvers, QueryOrganizationArgs, QueryResolvers } from './generated.ts';
import { oneKeyNeeded } from './organization.errors.ts';

export const organizationQueries = {
  organization: async (_, given, operation) => findOrganization(operation, keyOf(given)),
  organizations: (_, { first, after, kind, areaCode }, operation) => {
    const page = { first, after, kind: kind ?? null };
    return areaCode ? organizationsUnderArea(operation, { ...page, areaCode }) : listOrganizations(operation, page);
  },
} satisfies Partial<QueryResolvers>;

export const organizationFields: FieldsOf<OrganizationResolvers, Organization> = {
  __resolveReference: (reference, operation) => findOrganization(operation, reference),
  area: ({ areaCode }, _, operation) => findArea(operation, areaCode),
  superior: ({ superiorId }, _, operation) => organizationWithId(operation, superiorId),
  successor: ({ successorId }, _, operation) => organizationWithId(operation, successorId),
  subordinates: ({ id }, { first, after }, operation) => subordinatesOf(operation, { superiorId: id, first, after }),
};

const organizationWithId = async (operation: ServiceOperation, id: string | null) =>
  id === null ? null : findOrganization(operation, { id });

function keyOf({ id, code }: Partial<QueryOrganizationArgs>): OrganizationKey {
  if (id && !code) return { id };
  if (code && !id) return { code };
  throw graphError('BAD_USER_INPUT', oneKeyNeeded);
}
