import { sum } from 'simple-statistics';
import { goodWay, isShare, type IndicatorValue } from '../indicator.ts';
import type { ProjectMetric } from '../project-metric.ts';
import { changeOfLead } from './before-and-after.ts';
import type { Effect, EffectVerdict, Look } from './effect.ts';
import { chanceOf, type Estimate } from './estimate.ts';
import { limitationsOf, type Limitation } from './limitation.ts';
import { panelOf, type Cell, type Panel } from './panel.ts';
import type { EvaluationDesign, EvaluationMethod } from './pre-registration.ts';
import { changeByStep } from './stepped-wedge.ts';

/** 评估: what came of a trial, by the rule that was laid down before it. */
export type Evaluation = Readonly<{
  projectId: string;
  method: EvaluationMethod;
  preRegisteredAt: Date;
  /** The main metric first. */
  effects: readonly Effect[];
  /** That of the main metric. */
  verdict: EffectVerdict;
  hasWorseGuardrail: boolean;
  limitations: readonly Limitation[];
  staffId: string;
  evaluatedAt: Date;
}>;

export type Findings = Pick<Evaluation, 'effects' | 'verdict' | 'hasWorseGuardrail' | 'limitations'>;

/** What the ledger says of a trial. */
export function findingsOf(design: EvaluationDesign, ledger: readonly IndicatorValue[]): Findings {
  const looks = looksOf(design.metrics).map((look) => {
    const panel = panelOf(design, look.indicatorCode, look.window, ledger);
    return { ...look, panel, effect: effectOf(design.method, look, panel) };
  });
  const effects = looks.map(({ effect }) => effect);
  return {
    effects,
    verdict: effects[0]?.verdict ?? 'INSUFFICIENT_DATA',
    hasWorseGuardrail: effects.some(({ role, verdict }) => role === 'GUARDRAIL' && verdict === 'WORSE'),
    limitations: limitationsOf(design, looks),
  };
}

/** Each indicator once, as the first that names it does. */
function looksOf(metrics: readonly ProjectMetric[]): readonly Look[] {
  const looks = [
    ...metrics.map((window, at): Look => ({
      indicatorCode: window.indicatorCode,
      role: at === 0 ? 'MAIN' : 'SECONDARY',
      window,
    })),
    ...metrics.flatMap((window) =>
      window.guardrails.map((indicatorCode): Look => ({ indicatorCode, role: 'GUARDRAIL', window })),
    ),
  ];
  return looks.filter(
    ({ indicatorCode, role }, at) =>
      looks.findIndex((other) => other.indicatorCode === indicatorCode && other.role === role) === at,
  );
}

function effectOf(method: EvaluationMethod, { indicatorCode, role }: Look, { cells }: Panel): Effect {
  const estimate = isLargeEnough(cells) ? estimateOf(method, cells, isShare(indicatorCode)) : null;
  return {
    indicatorCode,
    role,
    estimate: estimate?.estimate ?? null,
    ciLow: estimate?.ciLow ?? null,
    ciHigh: estimate?.ciHigh ?? null,
    n: sum(cells.map(({ size }) => size)),
    verdict: verdictOf(method, indicatorCode, estimate),
  };
}

const estimateOf = (method: EvaluationMethod, cells: readonly Cell[], isOfShare: boolean): Estimate | null =>
  (method === 'STEPPED_WEDGE' ? changeByStep : changeOfLead)(cells, chanceOf(cells, isOfShare));

/** Fewer matters than this, before or in the trial, and a handful of people would decide. */
const leastMatters = 20;

const isLargeEnough = (cells: readonly Cell[]): boolean =>
  [false, true].every(
    (treated) => sum(cells.filter(({ isTreated }) => isTreated === treated).map(({ size }) => size)) >= leastMatters,
  );

/** A difference is one where zero lies outside the interval. Without a comparison nothing is called an improvement. */
function verdictOf(method: EvaluationMethod, indicatorCode: string, estimate: Estimate | null): EffectVerdict {
  if (estimate === null) return 'INSUFFICIENT_DATA';
  const { ciLow, ciHigh } = estimate;
  if (ciLow <= 0 && ciHigh >= 0) return 'NO_DIFFERENCE';
  if (Math.sign(ciLow) !== goodWay(indicatorCode)) return 'WORSE';
  return method === 'BEFORE_AFTER' ? 'INSUFFICIENT_DATA' : 'IMPROVED';
}
