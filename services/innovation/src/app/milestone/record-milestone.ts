import { command, fail, ok } from '@onevisit/kernel';
import { reached } from '../../domain/milestone.ts';
import type { ServiceTx } from '../operation.ts';
import { projectToPlan } from '../project/plan-project.ts';

type Request = Readonly<{ milestoneId: string; evidence: string; idempotencyKey?: string | null | undefined }>;

/** 里程碑完成: records that one was reached, and what shows it. */
export const recordMilestone = command('recordMilestone', 'project:plan', async (tx: ServiceTx, request: Request) => {
  const current = await tx.milestones.locked(request.milestoneId);
  if (!current) return fail('MILESTONE_NOT_FOUND');
  const project = await projectToPlan(tx, current.projectId);
  if (!project.ok) return project.reason === 'PROJECT_NOT_FOUND' ? fail('MILESTONE_NOT_FOUND') : fail(project.reason);

  const outcome = reached(current, { evidence: request.evidence, by: tx.viewer.id, at: tx.now });
  if (!outcome.ok) return outcome;

  await tx.milestones.update(current, outcome.value);
  return ok({ projectId: current.projectId });
});
