import type { FieldsOf } from '@onevisit/subgraph';
import { withCase } from '../app/case/find-case.ts';
import { openSealed, partyName, redactedSummary } from '../app/vault/open-sealed.ts';
import { reportBackOn } from '../app/referral/report-back-on.ts';
import { decisionOn } from '../app/case/parts-of-case.ts';
import type { AdmissionDecision, CompetenceDispute, Delivery, ExecutionItem, Referral } from '../domain/case-file.ts';
import type {
  ClaimInCase,
  ContactInCase,
  ContestInCase,
  HeardInCase,
  ObjectionInCase,
  OpinionInCase,
  PartyInCase,
} from '../domain/in-case.ts';
import type {
  AdmissionDecisionResolvers,
  CasePartyResolvers,
  ClaimResolvers,
  CompetenceDisputeResolvers,
  ContactResolvers,
  ContestResolvers,
  DeliveryResolvers,
  ExecutionItemResolvers,
  HandlingOpinionResolvers,
  ObjectionResolvers,
  PetitionerHeardResolvers,
  ReferralResolvers,
  RemedyNoticeResolvers,
} from './generated.ts';
import { byId } from './references.ts';

/** 复查申请期限, in days (第三十五条). */
const reviewDays = 30;

export const claimFields: FieldsOf<ClaimResolvers, ClaimInCase> = {
  text: ({ id, subject, ordinal, textSealed }, _, operation) =>
    openSealed(
      operation,
      subject,
      { cell: { column: 'claims.text_sealed', rowId: id }, text: textSealed },
      `诉求 ${ordinal}`,
    ),
  outcome: async (claim, _, operation) => (await decisionOn(operation, claim))?.decision.outcome ?? null,
  finding: async (claim, _, operation) => {
    const found = await decisionOn(operation, claim);
    if (!found) return null;
    const { opinion, decision } = found;
    const cell = { column: 'handling_opinions.claims', rowId: `${opinion.id}/${claim.id}` } as const;
    return openSealed(operation, claim.subject, { cell, text: decision.findingSealed }, opinion.plainSummary);
  },
  legalBasis: async (claim, _, operation) => (await decisionOn(operation, claim))?.decision.legalBasis ?? [],
};

export const contactFields: FieldsOf<ContactResolvers, ContactInCase> = {
  __resolveReference: async ({ id }, operation) => withCase(operation, await operation.load.contacts.byId.load(id)),
  case: ({ subject }) => subject,
  receivingOrganization: ({ receivingOrganizationId }) => byId(receivingOrganizationId),
  window: ({ windowId }) => byId(windowId),
  handledBy: ({ handledBy }) => byId(handledBy),
};

export const casePartyFields: FieldsOf<CasePartyResolvers, PartyInCase> = {
  __resolveReference: async ({ id }, operation) => withCase(operation, await operation.load.parties.byId.load(id)),
  maskedName: (party, _, operation) => partyName(operation, party.subject, party),
};

export const referralFields: FieldsOf<ReferralResolvers, Referral> = {
  __resolveReference: async ({ id }, operation) => withCase(operation, await operation.load.referrals.byId.load(id)),
  from: ({ fromOrganizationId }) => byId(fromOrganizationId),
  to: ({ toOrganizationId }) => byId(toOrganizationId),
  reportBack: (referral, _, operation) => reportBackOn(operation, referral),
};

export const objectionFields: FieldsOf<ObjectionResolvers, ObjectionInCase> = {
  __resolveReference: async ({ id }, operation) => withCase(operation, await operation.load.objections.byId.load(id)),
  referral: ({ referralId }, _, { load }) => load.referrals.byId.load(referralId),
  organization: ({ organizationId }) => byId(organizationId),
  raisedBy: ({ raisedBy }) => byId(raisedBy),
  reason: (objection, _, operation) => {
    const cell = { column: 'objections.reason_sealed', rowId: objection.id } as const;
    return openSealed(operation, objection.subject, { cell, text: objection.reasonSealed }, '责任单位认为不属于其职责');
  },
  proposedOrganization: ({ proposedOrganizationId }) => byId(proposedOrganizationId),
  ruledBy: ({ ruledBy }) => byId(ruledBy),
};

export const competenceDisputeFields: FieldsOf<CompetenceDisputeResolvers, CompetenceDispute> = {
  organizations: ({ organizationIds }) => organizationIds.map((id) => ({ id })),
  rulingOrganization: ({ rulingOrganizationId }) => byId(rulingOrganizationId),
  toOrganization: ({ toOrganizationId }) => byId(toOrganizationId),
  ruledBy: ({ ruledBy }) => byId(ruledBy),
};

export const admissionDecisionFields: FieldsOf<AdmissionDecisionResolvers, AdmissionDecision> = {
  decidedBy: ({ decidedBy }) => byId(decidedBy),
  secondPerson: ({ secondPersonId }) => byId(secondPersonId),
};

export const contestFields: FieldsOf<ContestResolvers, ContestInCase> = {
  grounds: (contest, _, operation) => {
    const cell = { column: 'contests.grounds_sealed', rowId: contest.id } as const;
    return openSealed(operation, contest.subject, { cell, text: contest.groundsSealed }, '信访人要求受理');
  },
  ruledBy: ({ ruledBy }) => byId(ruledBy),
};

export const petitionerHeardFields: FieldsOf<PetitionerHeardResolvers, HeardInCase> = {
  by: ({ byStaffId }) => byId(byStaffId),
  summary: (record, _, operation) => {
    if (record.summarySealed === null) return null;
    const cell = { column: 'petitioner_heard.summary_sealed', rowId: record.id } as const;
    return openSealed(operation, record.subject, { cell, text: record.summarySealed }, '已听取陈述');
  },
};

export const handlingOpinionFields: FieldsOf<HandlingOpinionResolvers, OpinionInCase> = {
  __resolveReference: async ({ id }, operation) => withCase(operation, await operation.load.opinions.byId.load(id)),
  factsAndReasons: (opinion, _, operation) => {
    const cell = { column: 'handling_opinions.facts_and_reasons_sealed', rowId: opinion.id } as const;
    return openSealed(
      operation,
      opinion.subject,
      { cell, text: opinion.factsAndReasonsSealed },
      opinion.plainSummary || redactedSummary(opinion.subject),
    );
  },
  remedyNotice: (opinion) => opinion,
  draftedBy: ({ draftedBy }) => byId(draftedBy),
  signedBy: ({ signedBy }) => byId(signedBy),
};

export const remedyNoticeFields: FieldsOf<RemedyNoticeResolvers, OpinionInCase> = {
  reviewBodies: ({ reviewBodyIds }) => reviewBodyIds.map((id) => ({ id })),
  days: () => reviewDays,
  how: ({ remedyHow }) => remedyHow,
};

export const deliveryFields: FieldsOf<DeliveryResolvers, Delivery> = {
  __resolveReference: async ({ id }, operation) => withCase(operation, await operation.load.deliveries.byId.load(id)),
  recordedBy: ({ recordedBy }) => byId(recordedBy),
};

export const executionItemFields: FieldsOf<ExecutionItemResolvers, ExecutionItem> = {
  __resolveReference: async ({ id }, operation) =>
    withCase(operation, await operation.load.executionItems.byId.load(id)),
  obligor: ({ obligorOrganizationId }) => byId(obligorOrganizationId),
  verifiedBy: ({ verifiedByOrganizationId }) => byId(verifiedByOrganizationId),
};
