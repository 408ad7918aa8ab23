import type { ProjectMetric } from '../project-metric.ts';

/** 评估结论. */
export type EffectVerdict = 'IMPROVED' | 'NO_DIFFERENCE' | 'WORSE' | 'INSUFFICIENT_DATA';

/** What an indicator was registered as: what decides, what is looked at too, or what must not become worse. */
export type EffectRole = 'MAIN' | 'SECONDARY' | 'GUARDRAIL';

/** 效果: what changed in one indicator with the trial. */
export type Effect = Readonly<{
  indicatorCode: string;
  role: EffectRole;
  /** Null where the data do not suffice. */
  estimate: number | null;
  /** 95 % interval. */
  ciLow: number | null;
  ciHigh: number | null;
  /** How many matters it is counted from. */
  n: number;
  verdict: EffectVerdict;
}>;

/** One indicator to look at, in the windows of a metric. */
export type Look = Readonly<{ indicatorCode: string; role: EffectRole; window: ProjectMetric }>;
