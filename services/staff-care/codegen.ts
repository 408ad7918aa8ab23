import { resolverTypes } from '@onevisit/tooling/codegen';

export default resolverTypes({
  CareAction: '../domain/care-request.ts#NotedCareAction as CareActionModel',
  CareRequest: '../domain/care-request.ts#CareRequest as CareRequestModel',
  Staff: '../domain/staff.ts#Staff as StaffModel',
  StaffSuggestion: '../domain/staff-suggestion.ts#StaffSuggestion as StaffSuggestionModel',
  SuggestionAction: '../domain/staff-suggestion.ts#WrittenAction as SuggestionActionModel',
  SuggestionMessage: '../domain/staff-suggestion.ts#WrittenMessage as SuggestionMessageModel',
  SuggestionDecision: '../domain/staff-suggestion.ts#ExplainedDecision as SuggestionDecisionModel',
  SupportRequest: '../domain/support.ts#OpenedSupportRequest as SupportRequestModel',
  SupportRating: '../domain/support-rating.ts#SupportRating as SupportRatingModel',
  Organization: '../domain/organization.ts#Reference as OrganizationModel',
  TaskForce: '../domain/organization.ts#Reference as TaskForceModel',
});
