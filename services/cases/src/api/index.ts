import {
  admissionDecisionFields,
  casePartyFields,
  claimFields,
  contactFields,
  deliveryFields,
  executionItemFields,
  handlingOpinionFields,
  petitionerHeardFields,
  referralFields,
  remedyNoticeFields,
} from './case-parts.resolvers.ts';
import { caseConnectionFields, caseFields, caseQueries } from './case.resolvers.ts';
import { campaignFields, organizationFields, staffFields, taskForceFields } from './contributions.resolvers.ts';
import { deadlineFields, deadlineQueries, serviceFailureFields } from './deadline.resolvers.ts';
import type { Resolvers } from './generated.ts';
import { issueTypeFields, issueTypeQueries } from './issue-type.resolvers.ts';
import {
  identityAccessFields,
  petitionerCaseViewFields,
  petitionerDeadlineFields,
  petitionerQueries,
} from './petitioner.resolvers.ts';
import { receiptQueries } from './receipt.resolvers.ts';
import { caseEventFields } from './timeline.resolvers.ts';
import { worklistQueries } from './worklist.resolvers.ts';

/** Every root field of the schema appears here, or this does not compile. */
export const resolvers: Resolvers = {
  Query: {
    ...caseQueries,
    ...deadlineQueries,
    ...issueTypeQueries,
    ...petitionerQueries,
    ...receiptQueries,
    ...worklistQueries,
  },
  AdmissionDecision: admissionDecisionFields,
  Campaign: campaignFields,
  Case: caseFields,
  CaseConnection: caseConnectionFields,
  CaseEvent: caseEventFields,
  CaseParty: casePartyFields,
  Claim: claimFields,
  Contact: contactFields,
  Deadline: deadlineFields,
  Delivery: deliveryFields,
  ExecutionItem: executionItemFields,
  HandlingOpinion: handlingOpinionFields,
  IdentityAccess: identityAccessFields,
  IssueType: issueTypeFields,
  Organization: organizationFields,
  PetitionerCaseView: petitionerCaseViewFields,
  PetitionerDeadline: petitionerDeadlineFields,
  PetitionerHeard: petitionerHeardFields,
  Referral: referralFields,
  RemedyNotice: remedyNoticeFields,
  ServiceFailure: serviceFailureFields,
  Staff: staffFields,
  TaskForce: taskForceFields,
};
