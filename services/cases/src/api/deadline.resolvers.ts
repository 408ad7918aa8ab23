import { colorOf, remainingDays } from '@onevisit/calendar';
import type { FieldsOf } from '@onevisit/subgraph';
import { caseWithin, withCase } from '../app/find-case.ts';
import { listDeadlines } from '../app/list-deadlines.ts';
import type { ServiceFailure } from '../domain/case-file.ts';
import { isPending, type Deadline } from '../domain/deadline.ts';
import type { DeadlineResolvers, QueryResolvers, ServiceFailureResolvers } from './generated.ts';
import { byId } from './references.ts';

export const deadlineQueries = {
  deadlines: (_, { filter, ...request }, operation) => listDeadlines(operation, { ...request, filter: filter ?? {} }),
} satisfies Partial<QueryResolvers>;

export const deadlineFields: FieldsOf<DeadlineResolvers, Deadline> = {
  __resolveReference: async ({ id }, operation) => withCase(operation, await operation.load.deadlines.byId.load(id)),
  case: ({ caseId }, _, operation) => caseWithin(operation, { id: caseId }),
  responsibleOrganization: ({ responsibleOrganizationId }) => byId(responsibleOrganizationId),
  remainingDays: (deadline, _, { now }) => (isPending(deadline) ? remainingDays(deadline, now) : null),
  color: (deadline, _, { now }) => (isPending(deadline) ? colorOf(deadline, now) : null),
};

export const serviceFailureFields: FieldsOf<ServiceFailureResolvers, ServiceFailure> = {
  __resolveReference: async ({ id }, operation) => withCase(operation, await operation.load.failures.byId.load(id)),
  organization: ({ organizationId }) => byId(organizationId),
  case: ({ caseId }, _, operation) => caseWithin(operation, { id: caseId }),
  deadline: ({ deadlineId }, _, { load }) => load.deadlines.byId.load(deadlineId),
};
