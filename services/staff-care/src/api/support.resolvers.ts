import { payload, type FieldsOf } from '@onevisit/subgraph';
import { withoutKey } from '../app/anonymous/without-key.ts';
import { findStaff } from '../app/staff/find-staff.ts';
import type { ServiceOperation } from '../app/operation.ts';
import { answerSupportRequest } from '../app/support/answer-support-request.ts';
import { fileSupportRequest } from '../app/support/file-support-request.ts';
import { findSupportRequest, listSupportRatings, listSupportRequests } from '../app/support/find-support.ts';
import { rateSupport } from '../app/support/rate-support.ts';
import type { SupportRating } from '../domain/support-rating.ts';
import { isOverdue, type OpenedSupportRequest } from '../domain/support.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  SupportRatingResolvers,
  SupportRequestResolvers,
} from './generated.ts';
import { answerSupportRequestErrors, fileSupportRequestErrors, rateSupportErrors } from './support.errors.ts';

export const supportQueries = {
  supportRequests: (_, { first, after, state }, operation) =>
    listSupportRequests(operation, { first, after, state: state ?? null }),
  supportRatings: (_, { year }, operation) => listSupportRatings(operation, year),
} satisfies Partial<QueryResolvers>;

export const supportMutations = {
  fileSupportRequest: async (_, { input }, operation) =>
    payload(operation, await fileSupportRequest(operation, input), fileSupportRequestErrors, madeBy(operation)),
  answerSupportRequest: async (_, { input }, operation) =>
    payload(operation, await answerSupportRequest(operation, input), answerSupportRequestErrors, madeBy(operation)),
  rateSupport: async (_, { input }, operation) =>
    payload(operation, withoutKey(await rateSupport(operation, input)), rateSupportErrors, async ({ year }) => ({
      year: Number(year),
    })),
} satisfies Partial<MutationResolvers>;

export const supportRequestFields: FieldsOf<SupportRequestResolvers, OpenedSupportRequest> = {
  fromOrganization: ({ fromOrganizationId }) => ({ id: fromOrganizationId }),
  toSection: ({ toSectionId }) => ({ id: toSectionId }),
  requester: ({ requesterId }, _, operation) => findStaff(operation, requesterId),
  answeredBy: ({ answeredBy }, _, operation) => (answeredBy === null ? null : findStaff(operation, answeredBy)),
  isOverdue: (request, _, { today }) => isOverdue(request, today),
};

export const supportRatingFields: FieldsOf<SupportRatingResolvers, SupportRating> = {
  section: ({ sectionId }) => ({ id: sectionId }),
};

const madeBy = (operation: ServiceOperation) => async (made: Readonly<{ supportRequestId: string }>) => ({
  supportRequest: await findSupportRequest(operation, made.supportRequestId),
});
