import type { FieldsOf } from '@onevisit/subgraph';
import { membersOfTaskForce } from '../app/staff/find-staff.ts';
import { staffOfOrganization } from '../app/staff/list-staff.ts';
import { summarizeCare } from '../app/care-request/summarize-care.ts';
import type { Reference } from '../domain/organization.ts';
import type { OrganizationResolvers, TaskForceResolvers } from './generated.ts';

export const organizationFields: FieldsOf<OrganizationResolvers, Reference> = {
  __resolveReference: ({ id }) => ({ id }),
  staff: ({ id }, { first, after }, operation) => staffOfOrganization(operation, { organizationId: id, first, after }),
  careSummary: ({ id }, _, operation) => summarizeCare(operation, id),
};

export const taskForceFields: FieldsOf<TaskForceResolvers, Reference> = {
  __resolveReference: ({ id }) => ({ id }),
  members: ({ id }, _, operation) => membersOfTaskForce(operation, id),
};
