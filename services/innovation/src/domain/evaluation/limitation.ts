import { mean } from 'simple-statistics';
import type { Effect, Look } from './effect.ts';
import type { Panel } from './panel.ts';
import { baselineQuarters, pilotQuarters, type EvaluationDesign } from './pre-registration.ts';

/** 局限: what whoever reads an evaluation has to bear in mind. */
export type Limitation =
  'NO_COMPARISON' | 'FEW_UNITS' | 'FEW_QUARTERS' | 'VALUES_MISSING' | 'WIDE_INTERVAL' | 'GUARDRAIL_UNKNOWN';

type Looked = Look & Readonly<{ panel: Panel; effect: Effect }>;

const manyUnits = 3;
const manyQuarters = 4;

export function limitationsOf(design: EvaluationDesign, looks: readonly Looked[]): readonly Limitation[] {
  const [main] = looks;
  const units = Math.min(design.pilotUnitIds.length, design.comparisonUnitIds.length);
  const quarters = Math.min(
    pilotQuarters(design).length,
    ...design.metrics.slice(0, 1).map((metric) => baselineQuarters(metric).length),
  );
  const holds: Readonly<Record<Limitation, boolean>> = {
    NO_COMPARISON: design.method === 'BEFORE_AFTER',
    FEW_UNITS: units < manyUnits,
    FEW_QUARTERS: quarters < manyQuarters,
    VALUES_MISSING: looks.some(({ panel }) => panel.isIncomplete),
    WIDE_INTERVAL: main !== undefined && isWide(main),
    GUARDRAIL_UNKNOWN: looks.some(({ role, effect }) => role === 'GUARDRAIL' && effect.verdict === 'INSUFFICIENT_DATA'),
  };
  return (Object.keys(holds) as Limitation[]).filter((limitation) => holds[limitation]);
}

/** Even the change that was hoped for would have been lost in the interval. */
function isWide({ window, panel: { cells }, effect: { ciLow, ciHigh } }: Looked): boolean {
  const before = cells.filter(({ isPilotUnit, isTreated }) => isPilotUnit && !isTreated).map(({ value }) => value);
  if (ciLow === null || ciHigh === null || before.length === 0) return false;
  return (ciHigh - ciLow) / 2 > Math.abs(window.target - mean(before));
}
