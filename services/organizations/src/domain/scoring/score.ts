import type { Band, Factors, RaisedLevel } from './rule-set-document.ts';

/** What an indicator was for a unit in a quarter. */
export type IndicatorCount = Readonly<{ code: string; numerator: number; denominator: number }>;

/** 从轻从重情形 of a fact: what makes it weigh less or more. */
export type Circumstance = Exclude<keyof Factors, 'maxProduct' | 'belowOneNeverFor' | 'discoveryRouteIsAFactor'>;

export const circumstances = [
  'selfReportedWithin3wdOfOccurrence',
  'remediedWithin10wdOfConfirmation',
  'unremediedOver15wdOfConfirmation',
  'deliberateConcealment',
] as const satisfies readonly Circumstance[];

export const isCircumstance = (value: unknown): value is Circumstance => circumstances.some((name) => name === value);

/** Confirmed failures of one kind in the same circumstances. */
export type FactCount = Readonly<{ kind: string; count: number; circumstances: readonly Circumstance[] }>;

export type CreditCount = Readonly<{ event: string; count: number }>;

/** All that the score of a unit in a quarter rests on. There is nothing in it about who came, how often or how far. */
export type ScoreBasis = Readonly<{
  /** First-round admission notices and handling terms that fell due. */
  dueDeadlines: number;
  indicators: readonly IndicatorCount[];
  facts: readonly FactCount[];
  credits: readonly CreditCount[];
  /** How many quarters before this one ended YELLOW or worse, without a gap. */
  yellowQuartersBefore: number;
  /** Terms that are breached by more than 30 days. */
  overdueOver30d: number;
  /** Indicators whose points a panel has taken back. */
  overturnedIndicators?: readonly string[];
}>;

export type Factor = Readonly<{ name: Circumstance | 'exposure' | 'maxProduct'; value: number }>;

/** 计分项: one item of a score; demerits are negative. */
export type ScoreLine = Readonly<{
  kind: 'INDICATOR' | 'FACT' | 'CREDIT';
  /** Code of the indicator, kind of the fact, or the event that earns the credit. */
  item: string;
  count: number;
  /** The indicator as its band was read; null where it is not rated, and of facts and events. */
  value: number | null;
  isForgiven: boolean;
  band: Band | null;
  factors: readonly Factor[];
  points: number;
  /** Why an item counts nothing. */
  remark: Remark | null;
}>;

export type Remark =
  'OVERTURNED' | 'NOT_RATED' | 'SCORED_BY_INDICATOR' | 'NOT_SCORED' | 'NO_CREDIT_BESIDE_SERIOUS_FACT';

export type ScoreLevel = 'GREEN' | RaisedLevel;

/** 单位得分, worked out. */
export type Score = Readonly<{
  base: number;
  exposure: number;
  demerits: number;
  credits: number;
  total: number;
  level: ScoreLevel;
  lines: readonly ScoreLine[];
  /** Places in the rule set of the warning conditions that are met: `warningRules[0].any[2]`. */
  triggers: readonly string[];
}>;

/** Without the noise that binary fractions leave behind. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6 || 0;

export const sumOf = (lines: readonly ScoreLine[]): number =>
  rounded(lines.reduce((sum, { points }) => sum + points, 0));
