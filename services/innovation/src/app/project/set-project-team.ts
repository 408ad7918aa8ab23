import { command, fail, ok } from '@onevisit/kernel';
import { withTeam } from '../../domain/milestone.ts';
import { isStale } from '../../domain/version.ts';
import type { ServiceTx } from '../operation.ts';
import { projectToPlan } from './plan-project.ts';

type Request = Readonly<{
  projectId: string;
  memberIds: readonly string[];
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 项目团队: names who works on a project beside its lead, instead of who was named before. */
export const setProjectTeam = command('setProjectTeam', 'project:plan', async (tx: ServiceTx, request: Request) => {
  const project = await projectToPlan(tx, request.projectId);
  if (!project.ok) return project;
  if (isStale(project.value, request.expectedVersion)) return fail('STALE_VERSION');

  const outcome = withTeam(project.value, request.memberIds);
  if (!outcome.ok) return outcome;
  if (!(await tx.references.knowsAllActiveStaff(outcome.value.teamIds))) return fail('MEMBER_NOT_FOUND');

  await tx.projects.update(project.value, outcome.value);
  return ok({ projectId: request.projectId });
});
