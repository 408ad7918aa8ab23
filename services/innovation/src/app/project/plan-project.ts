import { fail, ok, type Result } from '@onevisit/kernel';
import type { InnovationProject } from '../../domain/innovation-project.ts';
import { isOver, mayPlan } from '../../domain/milestone.ts';
import type { ServiceTx } from '../operation.ts';

/** The project under its lock, if the viewer works on it and it is not over. */
export async function projectToPlan(
  tx: ServiceTx,
  projectId: string,
): Promise<Result<InnovationProject, 'PROJECT_NOT_FOUND' | 'NOT_ON_TEAM' | 'WRONG_STATE'>> {
  const project = await tx.projects.locked(projectId);
  if (!project) return fail('PROJECT_NOT_FOUND');
  if (!mayPlan(tx.viewer, project)) return fail('NOT_ON_TEAM');
  return isOver(project) ? fail('WRONG_STATE') : ok(project);
}
