import { localDate } from '@onevisit/calendar';
import { command, ok } from '@onevisit/kernel';
import { planned } from '../../domain/milestone.ts';
import type { ServiceTx } from '../operation.ts';
import { projectToPlan } from '../project/plan-project.ts';

type Request = Readonly<{ projectId: string; title: string; weight: number; dueOn: string; idempotencyKey: string }>;

/** 里程碑: lays down what a project has to get done, by when. */
export const addMilestone = command('addMilestone', 'project:plan', async (tx: ServiceTx, request: Request) => {
  const project = await projectToPlan(tx, request.projectId);
  if (!project.ok) return project;

  const { projectId, title, weight, dueOn } = request;
  const others = await tx.milestones.countOf(projectId);
  const milestone = planned({ id: tx.newId(), projectId, title, weight, dueOn }, localDate(tx.now).toString(), others);
  if (!milestone.ok) return milestone;

  await tx.milestones.insert(milestone.value);
  return ok({ projectId });
});
