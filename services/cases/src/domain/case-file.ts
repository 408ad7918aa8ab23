import type { Case, CaseProcedure } from './case.ts';
import type { Deadline } from './deadline.ts';

/** 诉求项; its text is sealed and kept beside it. */
export type Claim = Readonly<{
  id: string;
  caseId: string;
  ordinal: number;
  textSealed: string;
  amountFen: string | null;
}>;

export type ContactChannel =
  'ONLINE' | 'APP' | 'LETTER' | 'VISIT' | 'PHONE' | 'FAX' | 'VIDEO' | 'LEADER_RECEPTION' | 'OUTREACH' | 'FROM_ABOVE';
export type ContactPurpose = 'NEW_MATTER' | 'REPEAT';

/** 信访件. */
export type Contact = Readonly<{
  id: string;
  caseId: string;
  receiptNo: string;
  channel: ContactChannel;
  purpose: ContactPurpose;
  ordinal: number;
  receivedAt: Date;
  receivingOrganizationId: string;
  windowId: string | null;
  isInPerson: boolean;
  partySize: number;
  handledBy: string | null;
}>;

export type PartyRole = 'PETITIONER' | 'REPRESENTATIVE' | 'AGENT' | 'GUARDIAN';
export type PartyKind = 'NATURAL_PERSON' | 'LEGAL_PERSON' | 'OTHER_ORGANIZATION' | 'ANONYMOUS';
export type ContactPreference = 'SMS' | 'PHONE' | 'LETTER' | 'APP' | 'NONE';

/** 信访当事人 of one case; who it is stands in the sealed identity alone. */
export type CaseParty = Readonly<{
  id: string;
  caseId: string;
  ordinal: number;
  role: PartyRole;
  kind: PartyKind;
  identitySealed: string;
  contactPreference: ContactPreference;
}>;

export type ReferralKind = 'TRANSFER' | 'ASSIGNMENT';
export type ReferralState = 'ISSUED' | 'OBJECTED' | 'RETURNED' | 'ACCEPTED' | 'DEEMED_ACCEPTED';

/** 转送交办单. */
export type Referral = Readonly<{
  id: string;
  caseId: string;
  orderNo: string;
  kind: ReferralKind;
  fromOrganizationId: string;
  toOrganizationId: string;
  issuedAt: Date;
  hop: number;
  legalBasis: string | null;
  isOverride: boolean;
  reportBackDueOn: string | null;
  /** 交办反馈: when it came, and what it said, sealed. */
  reportedBackAt: Date | null;
  reportBackSealed: string | null;
  reportBackReference: string | null;
  /** 管辖裁定: no objection is heard against it. */
  isFinal: boolean;
  state: ReferralState;
  version: number;
}>;

export type ObjectionRuling = 'UPHELD' | 'REJECTED' | 'LAPSED';

/** 异议; its reason is sealed. */
export type Objection = Readonly<{
  id: string;
  caseId: string;
  referralId: string;
  /** Who objects. */
  organizationId: string;
  raisedBy: string | null;
  raisedAt: Date;
  reasonSealed: string;
  legalBasis: string | null;
  /** Who is competent instead. */
  proposedOrganizationId: string;
  ruling: ObjectionRuling | null;
  ruledBy: string | null;
  ruledAt: Date | null;
  version: number;
}>;

/** 管辖争议. */
export type CompetenceDispute = Readonly<{
  id: string;
  caseId: string;
  raisedAt: Date;
  level: 'COMMON_SUPERIOR' | 'JOINT_CONFERENCE';
  /** Who gave the case back, and whom they named. */
  organizationIds: readonly string[];
  rulingOrganizationId: string;
  state: 'OPEN' | 'RULED' | 'LAPSED';
  /** Who handles the case by the ruling. */
  toOrganizationId: string | null;
  ruledBy: string | null;
  ruledAt: Date | null;
  version: number;
}>;

export type DeliveryMethod = 'DIRECT' | 'POST' | 'ELECTRONIC' | 'LEAVE' | 'ENTRUST' | 'TRACKING_PAGE';

export type NonAdmissionReason = 'FINAL_SAME_FACTS' | 'OUT_OF_JURISDICTION' | 'NO_CONCRETE_MATTER';

/** 不予受理异议; its grounds are sealed. */
export type Contest = Readonly<{
  id: string;
  caseId: string;
  admissionId: string;
  requestedAt: Date;
  groundsSealed: string;
  /** The clerk who took it down; null where the petitioner filed it. */
  filedBy: string | null;
  rulingOrganizationId: string;
  /** Who passes the case on where the contest is upheld. */
  bureauId: string;
  state: 'PENDING' | 'UPHELD' | 'REJECTED';
  ruledBy: string | null;
  ruledAt: Date | null;
  version: number;
}>;

/** 受理决定 with its notice. */
export type AdmissionDecision = Readonly<{
  id: string;
  caseId: string;
  decision: 'ADMIT' | 'DEEMED_ADMIT' | 'NOT_ADMIT';
  /** Who decided; null where that is the organization that answers the case. */
  organizationId: string | null;
  /** Where it is not admitted: why, where to go instead, and who else has looked at it. */
  reasonCode: NonAdmissionReason | null;
  guidance: string | null;
  secondPersonId: string | null;
  decidedBy: string | null;
  decidedAt: Date;
  legalBasis: string | null;
  noticeNo: string;
  noticeDeliveredAt: Date | null;
  noticeMethod: DeliveryMethod | null;
  version: number;
}>;

export type HeardOutcome = 'HEARD' | 'NOT_REACHED';
export type HeardMode = 'FACE' | 'PHONE' | 'VIDEO' | 'WRITTEN';

/** 听取陈述: a hearing of the petitioner, or an attempt at one. */
export type PetitionerHeard = Readonly<{
  id: string;
  caseId: string;
  outcome: HeardOutcome;
  mode: HeardMode;
  at: Date;
  byStaffId: string | null;
  summarySealed: string | null;
  acknowledgementReference: string | null;
  recordingReference: string | null;
}>;

export type ClaimOutcome = 'SUPPORTED' | 'PARTLY_SUPPORTED' | 'EXPLAINED' | 'NOT_SUPPORTED';
export type LegalCitation = Readonly<{ law: string; article: string; quote: string | null }>;

/** What an opinion says of one claim. */
export type ClaimDecision = Readonly<{
  claimId: string;
  outcome: ClaimOutcome;
  findingSealed: string;
  legalBasis: readonly LegalCitation[];
}>;

export type RootCause =
  | 'POLICY_GAP'
  | 'POLICY_EXECUTION'
  | 'LAW_ENFORCEMENT'
  | 'SERVICE_QUALITY'
  | 'CONTRACT_PERFORMANCE'
  | 'HISTORIC'
  | 'MISUNDERSTANDING'
  | 'OTHER';

/** 信访处理意见书. A signed one is never changed; a draft is replaced by the next draft. */
export type HandlingOpinion = Readonly<{
  id: string;
  caseId: string;
  docNo: string | null;
  state: 'DRAFT' | 'SIGNED';
  factsAndReasonsSealed: string;
  plainSummary: string;
  rootCause: RootCause | null;
  claims: readonly ClaimDecision[];
  reviewBodyIds: readonly string[];
  remedyHow: string;
  draftedBy: string | null;
  draftedAt: Date;
  signedBy: string | null;
  signedAt: Date | null;
  version: number;
}>;

export type DeliveredDocument = 'ADMISSION_NOTICE' | 'OPINION';

/** 送达. */
export type Delivery = Readonly<{
  id: string;
  caseId: string;
  document: DeliveredDocument;
  method: DeliveryMethod;
  deliveredAt: Date;
  receivedAt: Date;
  proofReference: string;
  witnessesSealed: string | null;
  witnessOrganizationIds: readonly string[];
  secondPersonId: string | null;
  recordedBy: string | null;
}>;

export type ExecutionState = 'OPEN' | 'REPORTED' | 'VERIFIED' | 'DISPUTED' | 'DEFAULTED';

/** 执行事项. */
export type ExecutionItem = Readonly<{
  id: string;
  caseId: string;
  claimId: string;
  obligorOrganizationId: string;
  content: string;
  amountFen: string | null;
  dueOn: string;
  state: ExecutionState;
  reportedAt: Date | null;
  evidence: string | null;
  verifiedAt: Date | null;
  verifiedByOrganizationId: string | null;
  verificationFindingSealed: string | null;
  isPetitionerConfirmed: boolean | null;
  version: number;
}>;

export type ConfirmationState = 'PENDING' | 'REVOKED' | 'EFFECTIVE';

/** 信访人认可. */
export type ResultConfirmation = Readonly<{
  id: string;
  caseId: string;
  confirmedAt: Date;
  takesEffectAt: Date;
  state: ConfirmationState;
  version: number;
}>;

/** Failures that the passing of time alone proves. */
export type TimeFailure =
  'LATE_TRANSFER' | 'LATE_ADMISSION_NOTICE' | 'LATE_REPLY' | 'REPLY_NOT_DELIVERED' | 'NOT_EXECUTED';
export type ServiceFailureKind = TimeFailure | 'WRONGFUL_NON_ADMISSION';
export type FailureSeverity = 'MINOR' | 'MAJOR' | 'SERIOUS';

/** 失责事实. */
export type ServiceFailure = Readonly<{
  id: string;
  caseId: string;
  kind: ServiceFailureKind;
  severity: FailureSeverity;
  organizationId: string;
  deadlineId: string;
  occurredAt: Date;
  detectedBy: 'SYSTEM' | 'SUPERVISOR';
  state: 'CONFIRMED';
}>;

/** Who may know of an event. */
export type Visibility = 'PUBLIC' | 'PETITIONER' | 'UNIT' | 'BUREAU' | 'SEALED';

/** What happened, before it is numbered and chained. */
export type CaseFact = Readonly<{
  type: CaseFactType;
  at: Date;
  actorStaffId: string | null;
  actorOrganizationId: string | null;
  visibility: Visibility;
  /** Free text; enters the chain as a hash and is kept sealed. */
  reason: string | null;
  /** Ids, enum values and times; enters the chain as a hash. */
  payload: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}>;

export type CaseFactType =
  | 'CaseRegistered'
  | 'CaseReferred'
  | 'CaseAssigned'
  | 'CasePassedDown'
  | 'ObjectionRaised'
  | 'ObjectionUpheld'
  | 'ObjectionRejected'
  | 'ObjectionLapsed'
  | 'CompetenceDisputed'
  | 'CompetenceRuled'
  | 'CompetenceLapsed'
  | 'CaseAdmitted'
  | 'CaseDeemedAdmitted'
  | 'CaseNotAdmitted'
  | 'AdmissionContested'
  | 'ContestUpheld'
  | 'ContestRejected'
  | 'NoticeDelivered'
  | 'HandlerAssigned'
  | 'HandlerLeft'
  | 'PetitionerHeard'
  | 'PetitionerNotReached'
  | 'OpinionDrafted'
  | 'ExecutionItemAdded'
  | 'OpinionSigned'
  | 'OpinionDelivered'
  | 'ExecutionStarted'
  | 'ExecutionReported'
  | 'ExecutionVerified'
  | 'ExecutionNotVerified'
  | 'ExecutionConfirmed'
  | 'ExecutionDisputed'
  | 'ExecutionCompleted'
  | 'ResultConfirmed'
  | 'ConfirmationRevoked'
  | 'CaseConcluded'
  | 'ReportedBack'
  | 'DeadlineBreached'
  | 'IdentityUnsealed'
  | 'HandoverProposed'
  | 'AccusationHandedOver'
  | 'HandoverAcknowledged'
  | 'HandoverDeclined'
  | 'HandoverLapsed'
  | 'TrackingCodeRotated'
  | 'PinSet';

/** Everything that a step of the case may depend on: one matter as its handlers hold it in hand. */
export type CaseFile = Readonly<{
  case: Case;
  claims: readonly Claim[];
  contacts: readonly Contact[];
  parties: readonly CaseParty[];
  /** 被反映单位. */
  respondentIds: readonly string[];
  /** 回避: staff who may not handle the case. */
  recusedStaffIds: readonly string[];
  deadlines: readonly Deadline[];
  referrals: readonly Referral[];
  objections: readonly Objection[];
  /** 管辖争议; at most one is open. */
  disputes: readonly CompetenceDispute[];
  /** The newest. */
  admission: AdmissionDecision | null;
  contests: readonly Contest[];
  heard: readonly PetitionerHeard[];
  /** Newest last; at most one is a draft. */
  opinions: readonly HandlingOpinion[];
  deliveries: readonly Delivery[];
  executionItems: readonly ExecutionItem[];
  confirmations: readonly ResultConfirmation[];
  failures: readonly ServiceFailure[];
  /** Who may find the case in a list; nothing ever takes one away. */
  scopes: readonly string[];
}>;

/** A step that was taken: the file as it is now, and what is to be told of it. */
export type Step = Readonly<{ file: CaseFile; facts: readonly CaseFact[] }>;

/** Who takes a step, and when. */
export type Act = Readonly<{
  at: Date;
  staffId: string | null;
  organizationId: string | null;
  newId: () => string;
}>;

export const isAccusation = ({ procedure }: Readonly<{ procedure: CaseProcedure }>): boolean =>
  procedure === 'SEALED_HANDOVER';

/** The opinion in force, or the draft. */
export const currentOpinion = (file: CaseFile): HandlingOpinion | null => file.opinions.at(-1) ?? null;
