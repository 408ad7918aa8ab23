import { payload, type FieldsOf } from '@onevisit/subgraph';
import { findStaff } from '../app/staff/find-staff.ts';
import type { ServiceOperation } from '../app/operation.ts';
import { completeSuggestionAction } from '../app/suggestion/complete-suggestion-action.ts';
import { decideStaffSuggestion } from '../app/suggestion/decide-staff-suggestion.ts';
import {
  actionsOfSuggestion,
  decisionOfSuggestion,
  findSuggestion,
  messagesOfSuggestion,
  openSuggestionText,
} from '../app/suggestion/find-suggestion.ts';
import { listSuggestions } from '../app/suggestion/list-suggestions.ts';
import { postStaffSuggestion } from '../app/suggestion/post-staff-suggestion.ts';
import { promoteStaffSuggestion } from '../app/suggestion/promote-staff-suggestion.ts';
import { readStaffSuggestion } from '../app/suggestion/read-staff-suggestion.ts';
import {
  isAnonymous,
  type ExplainedDecision,
  type StaffSuggestion,
  type WrittenAction,
} from '../domain/staff-suggestion.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  StaffSuggestionResolvers,
  SuggestionActionResolvers,
  SuggestionDecisionResolvers,
} from './generated.ts';
import {
  completeSuggestionActionErrors,
  decideStaffSuggestionErrors,
  postStaffSuggestionErrors,
  promoteStaffSuggestionErrors,
  readStaffSuggestionErrors,
} from './staff-suggestion.errors.ts';

export const staffSuggestionQueries = {
  staffSuggestions: (_, { first, after, state }, operation) =>
    listSuggestions(operation, { first, after, state: state ?? null }),
} satisfies Partial<QueryResolvers>;

export const staffSuggestionMutations = {
  postStaffSuggestion: async (_, { input }, operation) =>
    payload(operation, await postStaffSuggestion(operation, input), postStaffSuggestionErrors, madeBy(operation)),
  readStaffSuggestion: async (_, { input }, operation) =>
    payload(operation, await readStaffSuggestion(operation, input), readStaffSuggestionErrors, madeBy(operation)),
  decideStaffSuggestion: async (_, { input }, operation) =>
    payload(operation, await decideStaffSuggestion(operation, input), decideStaffSuggestionErrors, madeBy(operation)),
  completeSuggestionAction: async (_, { input }, operation) =>
    payload(
      operation,
      await completeSuggestionAction(operation, input),
      completeSuggestionActionErrors,
      madeBy(operation),
    ),
  promoteStaffSuggestion: async (_, { input }, operation) =>
    payload(operation, await promoteStaffSuggestion(operation, input), promoteStaffSuggestionErrors, madeBy(operation)),
} satisfies Partial<MutationResolvers>;

export const staffSuggestionFields: FieldsOf<StaffSuggestionResolvers, StaffSuggestion> = {
  __resolveReference: ({ id }, operation) => findSuggestion(operation, id),
  title: async (suggestion, _, operation) => (await openSuggestionText(operation, suggestion)).title,
  body: async (suggestion, _, operation) => (await openSuggestionText(operation, suggestion)).body,
  author: ({ authorId }, _, operation) => (authorId === null ? null : findStaff(operation, authorId)),
  decision: (suggestion, _, operation) => decisionOfSuggestion(operation, suggestion),
  isAnonymous,
  messages: (suggestion, _, operation) => messagesOfSuggestion(operation, suggestion),
  actions: (suggestion, _, operation) => actionsOfSuggestion(operation, suggestion),
};

export const suggestionDecisionFields: FieldsOf<SuggestionDecisionResolvers, ExplainedDecision> = {
  decidedBy: ({ decidedBy }, _, operation) => findStaff(operation, decidedBy),
};

export const suggestionActionFields: FieldsOf<SuggestionActionResolvers, WrittenAction> = {
  owner: ({ ownerId }, _, operation) => findStaff(operation, ownerId),
};

const madeBy = (operation: ServiceOperation) => async (made: Readonly<{ suggestionId: string }>) => ({
  staffSuggestion: await findSuggestion(operation, made.suggestionId),
});
