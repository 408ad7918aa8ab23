import { payload, type FieldsOf } from '@onevisit/subgraph';
import { closeInterview } from '../app/interview/close-interview.ts';
import { decideInterview } from '../app/interview/decide-interview.ts';
import { recordInterview } from '../app/interview/record-interview.ts';
import { scheduleInterview } from '../app/interview/schedule-interview.ts';
import type { ServiceOperation } from '../app/operation.ts';
import { findLeadershipPost } from '../app/organization/find-leadership-post.ts';
import { findOrganization } from '../app/organization/find-organization.ts';
import { findUnitScore } from '../app/score/find-unit-score.ts';
import { acknowledgeWarning } from '../app/warning/acknowledge-warning.ts';
import { clearWarning } from '../app/warning/clear-warning.ts';
import { findInterview, findWarning, interviewsOfWarning, listWarnings } from '../app/warning/find-warning.ts';
import { submitRectification } from '../app/warning/submit-rectification.ts';
import type { Interview } from '../domain/interview.ts';
import type { WarningNotice } from '../domain/warning-notice.ts';
import type { InterviewResolvers, MutationResolvers, QueryResolvers, WarningNoticeResolvers } from './generated.ts';
import {
  acknowledgeWarningErrors,
  clearWarningErrors,
  closeInterviewErrors,
  decideInterviewErrors,
  recordInterviewErrors,
  scheduleInterviewErrors,
  submitRectificationErrors,
} from './warning.errors.ts';

export const warningQueries = {
  warnings: (_, { first, after, level, state }, operation) =>
    listWarnings(operation, { first, after, level: level ?? null, state: state ?? null }),
  warning: (_, { id }, operation) => findWarning(operation, id),
} satisfies Partial<QueryResolvers>;

export const warningMutations = {
  acknowledgeWarning: async (_, { input }, operation) =>
    payload(operation, await acknowledgeWarning(operation, input), acknowledgeWarningErrors, warningOf(operation)),
  submitRectification: async (_, { input }, operation) =>
    payload(operation, await submitRectification(operation, input), submitRectificationErrors, warningOf(operation)),
  clearWarning: async (_, { input }, operation) =>
    payload(operation, await clearWarning(operation, input), clearWarningErrors, warningOf(operation)),
  decideInterview: async (_, { input }, operation) =>
    payload(operation, await decideInterview(operation, input), decideInterviewErrors, interviewOf(operation)),
  scheduleInterview: async (_, { input }, operation) =>
    payload(operation, await scheduleInterview(operation, input), scheduleInterviewErrors, interviewOf(operation)),
  recordInterview: async (_, { input }, operation) =>
    payload(operation, await recordInterview(operation, input), recordInterviewErrors, interviewOf(operation)),
  closeInterview: async (_, { input }, operation) =>
    payload(operation, await closeInterview(operation, input), closeInterviewErrors, interviewOf(operation)),
} satisfies Partial<MutationResolvers>;

export const warningFields: FieldsOf<WarningNoticeResolvers, WarningNotice> = {
  __resolveReference: ({ id }, operation) => findWarning(operation, id),
  organization: ({ organizationId }, _, operation) => findOrganization(operation, { id: organizationId }),
  unitScore: ({ unitScoreId }, _, operation) => findUnitScore(operation, unitScoreId),
  interviews: ({ id }, _, operation) => interviewsOfWarning(operation, id),
};

export const interviewFields: FieldsOf<InterviewResolvers, Interview> = {
  __resolveReference: ({ id }, operation) => findInterview(operation, id),
  warning: ({ warningId }, _, operation) => findWarning(operation, warningId),
  organization: ({ organizationId }, _, operation) => findOrganization(operation, { id: organizationId }),
  interviewee: ({ intervieweePostId }, _, operation) => findLeadershipPost(operation, intervieweePostId),
  decidedBy: ({ decidedById }, _, operation) => findOrganization(operation, { id: decidedById }),
};

const warningOf = (operation: ServiceOperation) => async (made: Readonly<{ warningId: string }>) => ({
  warning: await findWarning(operation, made.warningId),
});

const interviewOf = (operation: ServiceOperation) => async (made: Readonly<{ interviewId: string }>) => ({
  interview: await findInterview(operation, made.interviewId),
});
