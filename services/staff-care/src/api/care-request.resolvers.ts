import { payload, type FieldsOf } from '@onevisit/subgraph';
import { closeCareRequest } from '../app/care-request/close-care-request.ts';
import { escalateCareRequest } from '../app/care-request/escalate-care-request.ts';
import { fileCareRequest } from '../app/care-request/file-care-request.ts';
import { actionsOfCareRequest, findCareRequest, openCareText } from '../app/care-request/find-care-request.ts';
import { findStaff } from '../app/staff/find-staff.ts';
import { listCareRequests } from '../app/care-request/list-care-requests.ts';
import { listOverdueCareRequests } from '../app/care-request/list-overdue-care-requests.ts';
import type { ServiceOperation } from '../app/operation.ts';
import { reopenCareRequest } from '../app/care-request/reopen-care-request.ts';
import { respondCareRequest } from '../app/care-request/respond-care-request.ts';
import type { CareRequest, NotedCareAction } from '../domain/care-request.ts';
import {
  closeCareRequestErrors,
  escalateCareRequestErrors,
  fileCareRequestErrors,
  reopenCareRequestErrors,
  respondCareRequestErrors,
} from './care-request.errors.ts';
import type { CareActionResolvers, CareRequestResolvers, MutationResolvers, QueryResolvers } from './generated.ts';

export const careRequestQueries = {
  careRequests: (_, { first, after, state }, operation) =>
    listCareRequests(operation, { first, after, state: state ?? null }),
  overdueCareRequests: (_, { first, after }, operation) => listOverdueCareRequests(operation, { first, after }),
} satisfies Partial<QueryResolvers>;

export const careRequestMutations = {
  fileCareRequest: async (_, { input }, operation) =>
    payload(operation, await fileCareRequest(operation, input), fileCareRequestErrors, madeBy(operation)),
  respondCareRequest: async (_, { input }, operation) =>
    payload(operation, await respondCareRequest(operation, input), respondCareRequestErrors, madeBy(operation)),
  closeCareRequest: async (_, { input }, operation) =>
    payload(operation, await closeCareRequest(operation, input), closeCareRequestErrors, madeBy(operation)),
  reopenCareRequest: async (_, { input }, operation) =>
    payload(operation, await reopenCareRequest(operation, input), reopenCareRequestErrors, madeBy(operation)),
  escalateCareRequest: async (_, { input }, operation) =>
    payload(operation, await escalateCareRequest(operation, input), escalateCareRequestErrors, madeBy(operation)),
} satisfies Partial<MutationResolvers>;

export const careRequestFields: FieldsOf<CareRequestResolvers, CareRequest> = {
  __resolveReference: ({ id }, operation) => findCareRequest(operation, id),
  text: (request, _, operation) => openCareText(operation, request),
  requester: ({ requesterId }, _, operation) => findStaff(operation, requesterId),
  requesterUnit: ({ organizationId }) => ({ id: organizationId }),
  owner: ({ ownerId }, _, operation) => (ownerId === null ? null : findStaff(operation, ownerId)),
  actions: (request, _, operation) => actionsOfCareRequest(operation, request),
};

export const careActionFields: FieldsOf<CareActionResolvers, NotedCareAction> = {
  by: ({ staffId }, _, operation) => findStaff(operation, staffId),
};

const madeBy = (operation: ServiceOperation) => async (made: Readonly<{ careRequestId: string }>) => ({
  careRequest: await findCareRequest(operation, made.careRequestId),
});
