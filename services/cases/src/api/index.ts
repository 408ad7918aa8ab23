import { accessAuditQueries, auditedAccessFields } from './access-audit.resolvers.ts';
import {
  accusationHandoverFields,
  accusationIntakeItemFields,
  accusationMutations,
  accusationQueries,
} from './accusation.resolvers.ts';
import { admissionMutations } from './admission.mutations.ts';
import {
  admissionDecisionFields,
  casePartyFields,
  claimFields,
  competenceDisputeFields,
  contactFields,
  contestFields,
  deliveryFields,
  executionItemFields,
  handlingOpinionFields,
  objectionFields,
  petitionerHeardFields,
  referralFields,
  remedyNoticeFields,
} from './case-parts.resolvers.ts';
import { caseConnectionFields, caseFields, caseQueries } from './case.resolvers.ts';
import { campaignFields, organizationFields, staffFields, taskForceFields } from './contributions.resolvers.ts';
import { deadlineFields, deadlineQueries, dueDateFields, serviceFailureFields } from './deadline.resolvers.ts';
import { chainVerdictFields, evidenceQueries } from './evidence.resolvers.ts';
import { executionMutations } from './execution.mutations.ts';
import type { Resolvers } from './generated.ts';
import { handlingMutations } from './handling.mutations.ts';
import { identityMutations } from './identity.mutations.ts';
import { intakeMutations } from './intake.mutations.ts';
import { issueTypeFields, issueTypeQueries } from './issue-type.resolvers.ts';
import { petitionerMutations } from './petitioner.mutations.ts';
import {
  identityAccessFields,
  petitionerCaseViewFields,
  petitionerDeadlineFields,
  petitionerQueries,
} from './petitioner.resolvers.ts';
import { receiptQueries } from './receipt.resolvers.ts';
import { referralMutations } from './referral.mutations.ts';
import { caseEventFields } from './timeline.resolvers.ts';
import { worklistQueries } from './worklist.resolvers.ts';

/** Every root field of the schema appears here, or this does not compile. */
export const resolvers: Resolvers = {
  Query: {
    ...accessAuditQueries,
    ...accusationQueries,
    ...caseQueries,
    ...deadlineQueries,
    ...evidenceQueries,
    ...issueTypeQueries,
    ...petitionerQueries,
    ...receiptQueries,
    ...worklistQueries,
  },
  Mutation: {
    ...accusationMutations,
    ...admissionMutations,
    ...executionMutations,
    ...handlingMutations,
    ...identityMutations,
    ...intakeMutations,
    ...petitionerMutations,
    ...referralMutations,
  },
  AccusationHandover: accusationHandoverFields,
  AccusationIntakeItem: accusationIntakeItemFields,
  AdmissionDecision: admissionDecisionFields,
  AuditedAccess: auditedAccessFields,
  Campaign: campaignFields,
  Case: caseFields,
  CaseConnection: caseConnectionFields,
  CaseEvent: caseEventFields,
  CaseParty: casePartyFields,
  ChainVerdict: chainVerdictFields,
  Claim: claimFields,
  CompetenceDispute: competenceDisputeFields,
  Contact: contactFields,
  Contest: contestFields,
  Deadline: deadlineFields,
  Delivery: deliveryFields,
  DueDate: dueDateFields,
  ExecutionItem: executionItemFields,
  HandlingOpinion: handlingOpinionFields,
  IdentityAccess: identityAccessFields,
  IssueType: issueTypeFields,
  Objection: objectionFields,
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
