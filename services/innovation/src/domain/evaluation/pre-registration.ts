import { fail, ok, type Result } from '@onevisit/kernel';
import type { InnovationProject } from '../innovation-project.ts';
import type { ProjectMetric } from '../project-metric.ts';
import { endOfFirstQuarter, quartersWithin, type Quarter } from '../quarter.ts';

/** 评估方法: with a comparison beside it, before and after only, or unit after unit. */
export type EvaluationMethod = 'DIFF_IN_DIFF' | 'BEFORE_AFTER' | 'STEPPED_WEDGE';

/** 分批启动: from which day one pilot unit works in the new way; YYYY-MM-DD. */
export type PilotStep = Readonly<{ organizationId: string; from: string }>;

/** 评估方案: how a trial is going to be judged; everything that a hand could turn afterwards. */
export type EvaluationDesign = Readonly<{
  projectId: string;
  method: EvaluationMethod;
  /** The first one decides. */
  metrics: readonly ProjectMetric[];
  /** First and last day of the trial; YYYY-MM-DD. */
  pilotFrom: string;
  pilotTo: string;
  pilotUnitIds: readonly string[];
  comparisonUnitIds: readonly string[];
  /** One for each pilot unit in a stepped wedge; none otherwise. */
  steps: readonly PilotStep[];
}>;

/** 预先登记: the design as it was laid down before the trial; nobody can change it. */
export type PreRegistration = EvaluationDesign & Readonly<{ registeredAt: Date; hash: string }>;

/** The design alone, which is what the hash is of. */
export const designOf = ({ registeredAt: _registeredAt, hash: _hash, ...design }: PreRegistration): EvaluationDesign =>
  design;

type Plan = Readonly<{
  method: EvaluationMethod;
  pilotFrom: string;
  /** Where it is null the trial is the first whole quarter. */
  pilotTo: string | null;
  steps: readonly PilotStep[];
}>;

export type DesignRefusal =
  'PILOT_TOO_SHORT' | 'BASELINE_NOT_OVER' | 'BASELINE_TOO_SHORT' | 'STEPS_MISMATCH' | 'STEP_OUTSIDE_PILOT';

/** 预先登记: metrics, windows and units, fixed before the first day of the trial. */
export function designed(project: InnovationProject, plan: Plan): Result<EvaluationDesign, DesignRefusal> {
  const { id: projectId, metrics, pilotUnitIds, comparisonUnitIds } = project;
  const pilotTo = plan.pilotTo ?? endOfFirstQuarter(plan.pilotFrom);
  const design = { ...plan, pilotTo, projectId, metrics, pilotUnitIds, comparisonUnitIds };

  if (pilotQuarters(design).length === 0) return fail('PILOT_TOO_SHORT');
  if (metrics.some(({ baselineTo }) => baselineTo >= plan.pilotFrom)) return fail('BASELINE_NOT_OVER');
  if (metrics.some((metric) => baselineQuarters(metric).length === 0)) return fail('BASELINE_TOO_SHORT');
  if (!areStepsOf(design)) return fail('STEPS_MISMATCH');
  if (design.steps.some(({ from }) => from < plan.pilotFrom || from > pilotTo)) return fail('STEP_OUTSIDE_PILOT');
  return ok(design);
}

/** The whole quarters of the trial. */
export const pilotQuarters = ({ pilotFrom, pilotTo }: EvaluationDesign): readonly Quarter[] =>
  quartersWithin(pilotFrom, pilotTo);

/** The whole quarters that the trial is compared with. */
export const baselineQuarters = ({ baselineFrom, baselineTo }: ProjectMetric): readonly Quarter[] =>
  quartersWithin(baselineFrom, baselineTo);

function areStepsOf({ method, steps, pilotUnitIds }: EvaluationDesign): boolean {
  if (method !== 'STEPPED_WEDGE') return steps.length === 0;
  const stepped = steps.map(({ organizationId }) => organizationId);
  return stepped.toSorted().join() === pilotUnitIds.toSorted().join();
}
