import { fail, ok, type Result } from '@onevisit/kernel';
import type { Findings } from './evaluation/evaluation.ts';
import type { InnovationProject, InnovationStage } from './innovation-project.ts';

/** As much of an evaluation as decides how far a project may come. */
type Found = Pick<Findings, 'verdict' | 'hasWorseGuardrail'>;

type Reached<Reason extends string> = Result<InnovationProject, 'WRONG_STATE' | Reason>;

/** 成规: becomes the rule in its own units. What made no difference may, being simpler; what became worse may not. */
export function standardized(project: InnovationProject, found: Found | null): Reached<'BECAME_WORSE'> {
  if (project.stage !== 'EVALUATED') return fail('WRONG_STATE');
  if (found?.verdict === 'WORSE' || found?.hasWorseGuardrail) return fail('BECAME_WORSE');
  return ok({ ...project, stage: 'STANDARDIZED' });
}

/** 推广: other units take it up, which they can do once it is written down as a rule. */
export function replicating(project: InnovationProject): Reached<never> {
  if (project.stage !== 'STANDARDIZED') return fail('WRONG_STATE');
  return ok({ ...project, stage: 'REPLICATING' });
}

/** 现场会: others are invited only to what improved something, and harmed nothing that was to be guarded (E23). */
export function showcased(
  project: InnovationProject,
  found: Found | null,
): Reached<'NOT_IMPROVED' | 'GUARDRAIL_WORSE'> {
  if (!isOneOf(project, 'EVALUATED', 'STANDARDIZED', 'REPLICATING')) return fail('WRONG_STATE');
  if (found?.verdict !== 'IMPROVED') return fail('NOT_IMPROVED');
  if (found.hasWorseGuardrail) return fail('GUARDRAIL_WORSE');
  return ok({ ...project, stage: 'SHOWCASED' });
}

/** 常态化: is no project any more, but how work is done. */
export function sustained(project: InnovationProject): Reached<never> {
  if (!isOneOf(project, 'STANDARDIZED', 'REPLICATING', 'SHOWCASED')) return fail('WRONG_STATE');
  return ok({ ...project, stage: 'SUSTAINED' });
}

/** 终止: says why, so that nobody has to try it again to find out. */
export function stopped(project: InnovationProject, reason: string | null): Reached<'REASON_EMPTY'> {
  if (isOneOf(project, 'STOPPED', 'SUSTAINED')) return fail('WRONG_STATE');
  if (reason === null || reason.trim() === '') return fail('REASON_EMPTY');
  return ok({ ...project, stage: 'STOPPED' });
}

const isOneOf = ({ stage }: InnovationProject, ...stages: readonly InnovationStage[]): boolean =>
  stages.includes(stage);
