import { fail, ok, type Result } from '@onevisit/kernel';

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

/** Indicators as the organizations subgraph defines them, K01 to K27. */
const isIndicator = (code: string): boolean => /^K(0[1-9]|1\d|2[0-7])$/.test(code);

/** Indicators that would be pressed for at the cost of people; no target may name them (计分规则 neverTargeted). */
const neverTargeted: readonly string[] = ['K24', 'K27'];

/** The only indicators that are no shares: days, and points. */
const notShares: readonly string[] = ['K05', 'K25'];

const mostMetrics = 10;

type MetricRefusal =
  | 'TOO_MANY'
  | 'INDICATOR_NOT_FOUND'
  | 'INDICATOR_NEVER_TARGETED'
  | 'BASELINE_BACKWARDS'
  | 'TARGET_OUT_OF_RANGE'
  | 'GUARDRAIL_IS_METRIC';

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
  if (neverTargeted.includes(indicatorCode)) return 'INDICATOR_NEVER_TARGETED';
  if (baselineTo < baselineFrom) return 'BASELINE_BACKWARDS';
  if (target < 0 || (target > 1 && !notShares.includes(indicatorCode))) return 'TARGET_OUT_OF_RANGE';
  if (guardrails.includes(indicatorCode)) return 'GUARDRAIL_IS_METRIC';
  return null;
}
