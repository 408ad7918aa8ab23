import type { LegalRoute } from '../reference/issue-type.ts';

/** What was done, by whom of the staff, for which organization. */
type ByStaff<Kind extends string, Facts extends object = object> = Readonly<
  { kind: Kind; at: Date; by: string; organizationCode: string } & Facts
>;

/** What the petitioner did, or what happened by itself when a term ran out. */
type Happened<Kind extends string, Facts extends object = object> = Readonly<{ kind: Kind; at: Date } & Facts>;

export type DeliveryMethod = 'DIRECT' | 'POST' | 'ELECTRONIC' | 'LEAVE' | 'ENTRUST';
export type ClaimOutcome = 'SUPPORTED' | 'PARTLY_SUPPORTED' | 'EXPLAINED' | 'NOT_SUPPORTED';
export type RootCause =
  | 'POLICY_GAP'
  | 'POLICY_EXECUTION'
  | 'LAW_ENFORCEMENT'
  | 'SERVICE_QUALITY'
  | 'CONTRACT_PERFORMANCE'
  | 'HISTORIC'
  | 'MISUNDERSTANDING'
  | 'OTHER';
export type LegalCitation = Readonly<{ law: string; article: string; quote: string | null }>;

/** What an opinion says of one claim. */
export type ClaimDecision = Readonly<{
  /** Ordinal of the claim, from 1. */
  claim: number;
  outcome: ClaimOutcome;
  finding: string;
  legalBasis: readonly LegalCitation[];
}>;

/** 执行事项. */
export type PlannedExecution = Readonly<{
  /** From 1, within the history. */
  item: number;
  claim: number;
  obligorCode: string;
  content: string;
  amountFen: string | null;
  /** YYYY-MM-DD. */
  dueOn: string;
}>;

/** 受理与转送. */
export type RoutingStep =
  | ByStaff<
      'REFERRED',
      {
        referralKind: 'TRANSFER' | 'ASSIGNMENT';
        toCode: string;
        legalBasis: string;
        /** YYYY-MM-DD, for an assignment. */
        reportBackDueOn: string | null;
      }
    >
  | ByStaff<'ADMITTED', { legalBasis: string }>
  | Happened<'DEEMED_ADMITTED'>
  | ByStaff<'NOTICE_DELIVERED', { method: DeliveryMethod; deliveredAt: Date; proofReference: string }>;

/** 办理与答复. */
export type HandlingStep =
  | ByStaff<'HANDLER_ASSIGNED', { handler: string }>
  | ByStaff<
      'HEARD',
      {
        outcome: 'HEARD' | 'NOT_REACHED';
        mode: 'FACE' | 'PHONE' | 'VIDEO' | 'WRITTEN';
        heardAt: Date;
        summary: string | null;
        acknowledgementReference: string | null;
        recordingReference: string | null;
      }
    >
  | ByStaff<
      'OPINION_DRAFTED',
      {
        factsAndReasons: string;
        /** At most 300 characters. */
        plainSummary: string;
        rootCause: RootCause;
        claims: readonly ClaimDecision[];
        reviewBodyCodes: readonly string[];
        remedyHow: string;
        executionItems: readonly PlannedExecution[];
      }
    >
  | ByStaff<'OPINION_SIGNED'>
  | ByStaff<
      'DELIVERED',
      {
        method: DeliveryMethod;
        deliveredAt: Date;
        receivedAt: Date;
        proofReference: string;
        /** 见证人, of other organizations. */
        witnesses: readonly Readonly<{ name: string; organizationCode: string }>[];
      }
    >;

/** 执行与终结. */
export type EndingStep =
  | ByStaff<'EXECUTION_REPORTED', { item: number; evidence: string }>
  | ByStaff<'EXECUTION_VERIFIED', { item: number; isDone: boolean; finding: string }>
  | Happened<'EXECUTION_CONFIRMED', { item: number; isDone: boolean }>
  | Happened<'RESULT_CONFIRMED'>
  | Happened<'CONCLUDED', { conclusionKind: ConclusionKind }>;

export type ConclusionKind =
  | 'PETITIONER_CONFIRMED'
  | 'REVIEW_WINDOW_LAPSED'
  | 'MEDIATED_PERFORMED'
  | 'RECHECK_FINAL'
  | 'LEGAL_ROUTE_ACCEPTED'
  | 'LEGAL_ROUTE_COMPLETED'
  | 'SUGGESTION_ANSWERED'
  | 'ACCUSATION_HANDED_OVER'
  | 'NON_ADMISSION_STOOD';

/** What only a whole city knows (`stages: 'FULL'`): objections, other ways than admission, mediation, review, ratings. */
export type LaterStep =
  | ByStaff<'OBJECTION_RAISED', { reason: string; proposedCode: string }>
  | ByStaff<'OBJECTION_RULED', { ruling: 'UPHELD' | 'REJECTED' }>
  | ByStaff<
      'NOT_ADMITTED',
      {
        reasonCode: 'FINAL_SAME_FACTS' | 'NO_CONCRETE_MATTER';
        legalBasis: string;
        guidance: string;
        secondPerson: string;
      }
    >
  | ByStaff<
      'LEGALLY_ROUTED',
      {
        route: LegalRoute;
        /** Whether the organization itself is bound to it by law. */
        isOwnDuty: boolean;
        receivingBody: string;
        limitationNote: string;
      }
    >
  | ByStaff<'LEGAL_ROUTE_ACKNOWLEDGED'>
  | Happened<'LEGAL_ROUTE_LAPSED'>
  | ByStaff<'LEGAL_OUTCOME_ISSUED', { document: string }>
  | Happened<'CONTESTED', { grounds: string }>
  | ByStaff<'CONTEST_RULED', { ruling: 'UPHELD' | 'REJECTED' }>
  | ByStaff<'EXTENDED', { days: number; reason: string; petitionerNotifiedAt: Date }>
  | ByStaff<'MEDIATION_INVITED'>
  | Happened<'MEDIATION_ANSWERED', { isConsented: boolean }>
  | ByStaff<'MEDIATION_ENDED', { isAgreed: boolean; agreement: string | null; performanceDueOn: string | null }>
  | ByStaff<'MEDIATION_PERFORMED'>
  | Happened<'MEDIATION_DEFAULTED'>
  | Happened<'REVIEW_REQUESTED', { level: ReviewLevel; bodyCode: string; grounds: string }>
  | ByStaff<'REVIEW_ACCEPTED', { level: ReviewLevel }>
  | ByStaff<
      'REVIEW_DECIDED',
      {
        level: ReviewLevel;
        result: 'UPHELD' | 'MODIFIED' | 'REVOKED';
        defects: readonly ReviewDefect[];
        receivedAt: Date;
      }
    >
  | ByStaff<'REPORTED_BACK', { result: string }>
  | ByStaff<'HANDED_OVER', { toCode: string; secondPerson: string }>
  | ByStaff<'HANDOVER_ACKNOWLEDGED'>
  | Happened<'RATED', { subject: 'PETITION_DEPT' | 'RESPONSIBLE_UNIT'; level: RatingLevel }>;

export type ReviewLevel = 'REVIEW' | 'RECHECK';
export type ReviewDefect = 'FACTS_UNCLEAR' | 'WRONG_BASIS' | 'PROCEDURE' | 'EXCESS_OF_POWER' | 'MANIFESTLY_IMPROPER';
export type RatingLevel = 'SATISFIED' | 'BASICALLY_SATISFIED' | 'DISSATISFIED';

/** 办理环节: one thing that happened to a petition. */
export type PetitionStep = RoutingStep | HandlingStep | EndingStep | LaterStep;
