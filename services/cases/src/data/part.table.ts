import { defineTable } from '@onevisit/data';
import type {
  Claim,
  Contact,
  CaseParty,
  Referral,
  Objection,
  CompetenceDispute,
  Contest,
  AdmissionDecision,
  PetitionerHeard,
  HandlingOpinion,
  Delivery,
  ExecutionItem,
  ResultConfirmation,
  ServiceFailure,
} from '../domain/case-file.ts';

export const claimTable = defineTable<Claim>('claims', {
  id: 'uuid',
  caseId: 'uuid',
  ordinal: 'integer',
  textSealed: 'text',
  amountFen: 'bigint?',
});

export const contactTable = defineTable<Contact>('contacts', {
  id: 'uuid',
  caseId: 'uuid',
  receiptNo: 'text',
  channel: 'text',
  purpose: 'text',
  ordinal: 'integer',
  receivedAt: 'instant',
  receivingOrganizationId: 'uuid',
  windowId: 'uuid?',
  isInPerson: 'boolean',
  partySize: 'integer',
  handledBy: 'uuid?',
});

export const casePartyTable = defineTable<CaseParty>('case_parties', {
  id: 'uuid',
  caseId: 'uuid',
  ordinal: 'integer',
  role: 'text',
  kind: 'text',
  identitySealed: 'text',
  contactPreference: 'text',
});

export const referralTable = defineTable<Referral>('referrals', {
  id: 'uuid',
  caseId: 'uuid',
  orderNo: 'text',
  kind: 'text',
  fromOrganizationId: 'uuid',
  toOrganizationId: 'uuid',
  issuedAt: 'instant',
  hop: 'integer',
  legalBasis: 'text?',
  isOverride: 'boolean',
  reportBackDueOn: 'day?',
  reportedBackAt: 'instant?',
  reportBackSealed: 'text?',
  reportBackReference: 'text?',
  isFinal: 'boolean',
  state: 'text',
  version: 'integer',
});

export const objectionTable = defineTable<Objection>('objections', {
  id: 'uuid',
  caseId: 'uuid',
  referralId: 'uuid',
  organizationId: 'uuid',
  raisedBy: 'uuid?',
  raisedAt: 'instant',
  reasonSealed: 'text',
  legalBasis: 'text?',
  proposedOrganizationId: 'uuid',
  ruling: 'text?',
  ruledBy: 'uuid?',
  ruledAt: 'instant?',
  version: 'integer',
});

export const competenceDisputeTable = defineTable<CompetenceDispute>('competence_disputes', {
  id: 'uuid',
  caseId: 'uuid',
  raisedAt: 'instant',
  level: 'text',
  organizationIds: 'uuids',
  rulingOrganizationId: 'uuid',
  state: 'text',
  toOrganizationId: 'uuid?',
  ruledBy: 'uuid?',
  ruledAt: 'instant?',
  version: 'integer',
});

export const admissionDecisionTable = defineTable<AdmissionDecision>('admission_decisions', {
  id: 'uuid',
  caseId: 'uuid',
  decision: 'text',
  organizationId: 'uuid?',
  reasonCode: 'text?',
  guidance: 'text?',
  secondPersonId: 'uuid?',
  decidedBy: 'uuid?',
  decidedAt: 'instant',
  legalBasis: 'text?',
  noticeNo: 'text',
  noticeDeliveredAt: 'instant?',
  noticeMethod: 'text?',
  version: 'integer',
});

export const contestTable = defineTable<Contest>('contests', {
  id: 'uuid',
  caseId: 'uuid',
  admissionId: 'uuid',
  requestedAt: 'instant',
  groundsSealed: 'text',
  filedBy: 'uuid?',
  rulingOrganizationId: 'uuid',
  bureauId: 'uuid',
  state: 'text',
  ruledBy: 'uuid?',
  ruledAt: 'instant?',
  version: 'integer',
});

export const petitionerHeardTable = defineTable<PetitionerHeard>('petitioner_heard', {
  id: 'uuid',
  caseId: 'uuid',
  outcome: 'text',
  mode: 'text',
  at: 'instant',
  byStaffId: 'uuid?',
  summarySealed: 'text?',
  acknowledgementReference: 'text?',
  recordingReference: 'text?',
});

export const handlingOpinionTable = defineTable<HandlingOpinion>('handling_opinions', {
  id: 'uuid',
  caseId: 'uuid',
  docNo: 'text?',
  state: 'text',
  factsAndReasonsSealed: 'text',
  plainSummary: 'text',
  rootCause: 'text?',
  claims: 'json',
  reviewBodyIds: 'uuids',
  remedyHow: 'text',
  draftedBy: 'uuid?',
  draftedAt: 'instant',
  signedBy: 'uuid?',
  signedAt: 'instant?',
  version: 'integer',
});

export const deliveryTable = defineTable<Delivery>('deliveries', {
  id: 'uuid',
  caseId: 'uuid',
  document: 'text',
  method: 'text',
  deliveredAt: 'instant',
  receivedAt: 'instant',
  proofReference: 'text',
  witnessesSealed: 'text?',
  witnessOrganizationIds: 'uuids',
  secondPersonId: 'uuid?',
  recordedBy: 'uuid?',
});

export const executionItemTable = defineTable<ExecutionItem>('execution_items', {
  id: 'uuid',
  caseId: 'uuid',
  claimId: 'uuid',
  obligorOrganizationId: 'uuid',
  content: 'text',
  amountFen: 'bigint?',
  dueOn: 'day',
  state: 'text',
  reportedAt: 'instant?',
  evidence: 'text?',
  verifiedAt: 'instant?',
  verifiedByOrganizationId: 'uuid?',
  verificationFindingSealed: 'text?',
  isPetitionerConfirmed: 'boolean?',
  version: 'integer',
});

export const resultConfirmationTable = defineTable<ResultConfirmation>('result_confirmations', {
  id: 'uuid',
  caseId: 'uuid',
  confirmedAt: 'instant',
  takesEffectAt: 'instant',
  state: 'text',
  version: 'integer',
});

export const serviceFailureTable = defineTable<ServiceFailure>('service_failures', {
  id: 'uuid',
  caseId: 'uuid',
  kind: 'text',
  severity: 'text',
  organizationId: 'uuid',
  deadlineId: 'uuid',
  occurredAt: 'instant',
  detectedBy: 'text',
  state: 'text',
});
