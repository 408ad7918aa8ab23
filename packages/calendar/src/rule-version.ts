import type { DeadlineKind } from './deadline-kind.ts';
import type { RollPolicy } from './due-date.ts';

export type TermUnit = 'DAY' | 'WORKDAY' | 'MINUTE';

export type Term = Readonly<{ amount: number; unit: TermUnit }>;

/** The act that starts a term. REFERRAL_ISSUED after office hours or on a day off counts from the next working day. */
export type StartPoint =
  | 'CONTACT_RECEIVED'
  | 'CASE_REGISTERED'
  | 'SEALED_AT_INTAKE'
  | 'REFERRAL_ISSUED'
  | 'ASSIGNMENT_ISSUED'
  | 'OBJECTION_RAISED'
  | 'OBJECTION_UPHELD'
  | 'CASE_REOPENED'
  | 'DISPUTE_RAISED'
  | 'CASE_ADMITTED'
  | 'MATTER_RECEIVED'
  | 'ORIGINAL_DUE'
  | 'OPINION_SIGNED'
  | 'OPINION_DELIVERED'
  | 'ACTUAL_RECEIPT'
  | 'REVIEW_REQUESTED'
  | 'RECHECK_REQUESTED'
  | 'OPINION_REVOKED'
  | 'MEDIATION_AGREED'
  | 'MEDIATION_DEFAULTED'
  | 'LEGALLY_ROUTED'
  | 'HANDED_OVER'
  | 'NOTICE_DELIVERED'
  | 'CONTEST_RAISED'
  | 'RECUSAL_REQUESTED'
  | 'ORDER_ISSUED'
  | 'RECOMMENDATION_ISSUED'
  | 'PROPOSAL_RECEIVED'
  | 'WARNING_ISSUED'
  | 'CONFERENCE_DECIDED'
  | 'URGENT_MATTER_KNOWN'
  | 'CITY_LEG_REPORTED'
  | 'CARE_REQUEST_FILED';

/** Who must act in time. */
export type DeadlineOwner =
  | 'HOLDER'
  | 'BUREAU'
  | 'UNIT'
  | 'UNIT_HEAD'
  | 'COMMON_SUPERIOR'
  | 'REVIEW_BODY'
  | 'RECHECK_BODY'
  | 'OBLIGOR'
  | 'ROUTING_ORGANIZATION'
  | 'RECEIVING_BODY'
  | 'SEALED_LANE_BUREAU'
  | 'SUPERVISOR'
  | 'JOINT_CONFERENCE_OFFICE'
  | 'COUNTY'
  | 'CITY_BUREAU'
  | 'CARE_OFFICER'
  | 'PETITIONER';

/** Where a rule comes from; PRODUCT is ours, not law. */
export type RuleLevel = 'NATIONAL' | 'PROVINCIAL' | 'PRODUCT';

/** Failures that the passing of time alone proves. */
export type TimeFailureKind =
  'LATE_TRANSFER' | 'LATE_ADMISSION_NOTICE' | 'LATE_REPLY' | 'REPLY_NOT_DELIVERED' | 'NOT_EXECUTED' | 'LATE_URGENT';

/** What a lapse does to the case, besides standing in the record. */
export type LapseEffect =
  | 'OBJECTION_REJECTED'
  | 'LAST_UNIT_HANDLES'
  | 'ADMISSION_DEEMED'
  | 'RETURNED_TO_REGISTERED'
  | 'NEXT_DISCIPLINE_ORGAN'
  | 'CONTEST_UPHELD'
  | 'NON_ADMISSION_STANDS'
  | 'CASE_MAY_CONCLUDE';

export type BureauLevel = 'CITY' | 'COUNTY';

export type SupervisionKind = 'URGE' | 'ORDER' | 'LISTED' | 'ON_SITE';

/** 时限规则: how long a kind of deadline is, since when, and why. */
export type RuleVersion = Readonly<{
  /** `HANDLING.1` */
  version: string;
  kind: DeadlineKind;
  chineseName: string;
  englishName: string;
  /** Null: no term of its own, only a service norm (FIRST_CONTACT) or what the order says (REPORT_BACK). */
  amount: number | null;
  unit: TermUnit;
  /** The amount where it depends on the order. */
  amountBySupervision: Readonly<Record<SupervisionKind, number>> | null;
  /** Service norm, earlier than the term. */
  target: Term | null;
  /** Service norm where it depends on the level of the bureau. */
  targetByLevel: Readonly<Record<BureauLevel, Term>> | null;
  /** The first is the usual one. */
  startsAt: readonly [StartPoint, ...StartPoint[]];
  rollPolicy: RollPolicy;
  /** The longest that may be granted, where `amount` is a ceiling. */
  maxAmount: number | null;
  /** A second ceiling, counted from another act. */
  endsWithin: (Term & Readonly<{ startsAt: StartPoint }>) | null;
  /** Days that a hearing may add. */
  maxExcludedDays: number;
  basis: string;
  level: RuleLevel;
  ownerKind: DeadlineOwner;
  /** Null where a breach is no failure, or is judged by people and not by the clock. */
  failureKind: TimeFailureKind | null;
  lapse: LapseEffect | null;
  /** First and last day, YYYY-MM-DD, on which a start falls under this rule. */
  validFrom: string;
  validTo: string | null;
}>;
