import type { Severity } from '../unit-fact.ts';

/** 预警等级 that a rule can set. */
export type RaisedLevel = 'YELLOW' | 'RED';

/** Threshold and points: the first band whose threshold is met counts. */
export type Band = readonly [threshold: number, points: number];

export type IndicatorItem = Readonly<{
  indicator: string;
  /** HIGHER where it is not given. */
  direction?: 'HIGHER' | 'LOWER';
  /** Demerits, from the best value to the worst. */
  bands: readonly Band[];
  /** Merits, from the best value to the worst. */
  credit?: readonly Band[];
}>;

export type FactItem = Readonly<{ fact: string; points: number; severity: Severity }>;

export type CreditItem = Readonly<{ event: string; points: number; max: number }>;

/** The closed set of operators of the warning rules. */
export type Condition = Readonly<
  | { scoreBelow: number }
  | { indicator: string; below: number; minN: number }
  | { factCount: Readonly<{ severity: Severity }>; gte: number }
  | { fact: Readonly<{ severity: Severity }>; gte: number }
  | { yellowConsecutive: number }
  | { overdueOver30d: Readonly<{ gte: number }> }
>;

export type WarningRule = Readonly<{ level: RaisedLevel; any: readonly Condition[] }>;

/** What makes a fact weigh more or less. */
export type Factors = Readonly<{
  selfReportedWithin3wdOfOccurrence: number;
  remediedWithin10wdOfConfirmation: number;
  unremediedOver15wdOfConfirmation: number;
  deliberateConcealment: number;
  maxProduct: number;
  belowOneNeverFor: readonly Severity[];
  discoveryRouteIsAFactor: false;
}>;

/** 计分规则, as it is published: how units are scored for the quarters from `effectiveFrom` on. Never a person. */
export type RuleSetDocument = Readonly<{
  version: string;
  effectiveFrom: string;
  period: 'QUARTER';
  base: number;
  creditCap: number;
  legalBasis: readonly string[];
  trailing4Quarters: readonly string[];
  exposure: Readonly<{
    reference: number;
    min: number;
    max: number;
    deadlines: readonly string[];
    only: readonly string[];
    fullFor: readonly ('SERIOUS' | 'INTEGRITY')[];
  }>;
  integrityFacts: readonly string[];
  forgiveOne: Readonly<{ fromN: number; belowN: number; except: readonly string[] }>;
  indicatorItems: readonly IndicatorItem[];
  factItems: readonly FactItem[];
  unscoredFacts: readonly string[];
  scoredOnlyThroughIndicators: readonly string[];
  scoredByIndicatorWhenRated: Readonly<Record<string, string>>;
  factors: Factors;
  sample: Readonly<{
    period: 'QUARTER';
    share: number;
    min: number;
    drawnBy: 'SYS';
    lookBackOnlyFindingsScored: readonly Severity[];
  }>;
  credits: readonly CreditItem[];
  warningRules: readonly WarningRule[];
  ladder: Readonly<Record<string, readonly string[]>>;
  appeal: Readonly<{
    windowWorkdays: number;
    decisionWorkdays: number;
    decider: string;
    panel: readonly string[];
    countsUntilOverturned: true;
  }>;
  neverScored: readonly string[];
  /** A list of its own, or the words `= neverScored`. */
  neverTargeted: string | readonly string[];
}>;

/** What a campaign must not aim at. */
export const neverTargetedBy = ({ neverTargeted, neverScored }: RuleSetDocument): readonly string[] =>
  typeof neverTargeted === 'string' ? neverScored : neverTargeted;
