import { fail, ok, type Result } from '@onevisit/kernel';
import { isIndicator, isOnlyShown, isShare } from './indicator.ts';

/** 衡量指标: what a project is to change, by how much, and what must not become worse. */
export type ProjectMetric = Readonly<{
  /** `K08`. */
  indicatorCode: string;
  /** YYYY-MM-DD; first and last day of what the trial is compared with. */
  baselineFrom: string;
  baselineTo: string;
  target: number;
  guardrails: readonly string[];
}>;

const mostMetrics = 10;

type MetricRefusal =
  | 'TOO_MANY'
  | 'INDICATOR_NOT_FOUND'
  | 'INDICATOR_NEVER_TARGETED'
  | 'BASELINE_BACKWARDS'
  | 'TARGET_OUT_OF_RANGE'
  | 'GUARDRAIL_IS_METRIC'
  | 'GUARDRAIL_ONLY_SHOWN';

/** Metrics that can decide something; none is fine, the approval asks for them. */
export function checkedMetrics(metrics: readonly ProjectMetric[]): Result<readonly ProjectMetric[], MetricRefusal> {
  if (metrics.length > mostMetrics) return fail('TOO_MANY');
  const refusal = metrics.map(refusalOf).find((reason) => reason !== null);
  return refusal ? fail(refusal) : ok(metrics);
}

function refusalOf({
  indicatorCode,
  baselineFrom,
  baselineTo,
  target,
  guardrails,
}: ProjectMetric): MetricRefusal | null {
  if (guardrails.length > mostMetrics) return 'TOO_MANY';
  if (![indicatorCode, ...guardrails].every(isIndicator)) return 'INDICATOR_NOT_FOUND';
  if (isOnlyShown(indicatorCode)) return 'INDICATOR_NEVER_TARGETED';
  if (baselineTo < baselineFrom) return 'BASELINE_BACKWARDS';
  if (target < 0 || (target > 1 && isShare(indicatorCode))) return 'TARGET_OUT_OF_RANGE';
  if (guardrails.includes(indicatorCode)) return 'GUARDRAIL_IS_METRIC';
  if (guardrails.some(isOnlyShown)) return 'GUARDRAIL_ONLY_SHOWN';
  return null;
}
