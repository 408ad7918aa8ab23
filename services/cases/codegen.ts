import { resolverTypes } from '@onevisit/tooling/codegen';

const own = (file: string, type: string): string => `../domain/${file}.ts#${type} as ${type}Model`;

export default resolverTypes({
  AdmissionDecision: own('case-file', 'AdmissionDecision'),
  Area: own('references', 'ByCode'),
  Campaign: own('references', 'ById'),
  Case: own('case', 'Case'),
  CaseConnection: '../app/case-page.ts#CasePage as CasePageModel',
  CaseEvent: own('case-event', 'CaseEvent'),
  CaseParty: own('in-case', 'PartyInCase'),
  Claim: own('in-case', 'ClaimInCase'),
  Contact: own('in-case', 'ContactInCase'),
  Deadline: own('deadline', 'Deadline'),
  Delivery: own('case-file', 'Delivery'),
  DueDate: '@onevisit/calendar#DueDate as DueDateModel',
  ExecutionItem: own('case-file', 'ExecutionItem'),
  HandlingOpinion: own('in-case', 'OpinionInCase'),
  IdentityAccess: own('capability', 'IdentityAccess'),
  IssueType: own('issue-type', 'IssueType'),
  Organization: own('references', 'ById'),
  PetitionerCaseView: own('case', 'Case'),
  PetitionerDeadline: own('deadline', 'Deadline'),
  PetitionerHeard: own('in-case', 'HeardInCase'),
  Referral: own('case-file', 'Referral'),
  RemedyNotice: own('in-case', 'OpinionInCase'),
  ResultConfirmation: own('case-file', 'ResultConfirmation'),
  ServiceFailure: own('case-file', 'ServiceFailure'),
  ServiceWindow: own('references', 'ById'),
  Staff: own('references', 'ById'),
  TaskForce: own('references', 'ById'),
});
