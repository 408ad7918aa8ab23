import { fail, ok, type Made, type Result } from '@onevisit/kernel';
import { stageChanged } from '../../domain/innovation-project.events.ts';
import { longestText, type InnovationProject } from '../../domain/innovation-project.ts';
import { stageReached } from '../../domain/project-timeline.ts';
import { isStale } from '../../domain/version.ts';
import type { ServiceTx } from '../operation.ts';

/** What every decision on a project's stage is asked with. */
export type StageRequest = Readonly<{
  projectId: string;
  reason?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

type Step<Reason extends string> = (project: InnovationProject) => Result<InnovationProject, Reason>;

export type StageRefusal = 'PROJECT_NOT_FOUND' | 'STALE_VERSION' | 'REASON_TOO_LONG';

/** A decision that is nothing but a change of the stage. */
export const changeStage =
  <Reason extends string>(next: Step<Reason>) =>
  async (
    tx: ServiceTx,
    request: StageRequest,
  ): Promise<Result<Made & { projectId: string }, Reason | StageRefusal>> => {
    const outcome = await reachStage(tx, request, next);
    return outcome.ok ? ok({ projectId: outcome.value.id }) : outcome;
  };

/** Takes a project to its next stage: under its lock, into its timeline, and told to the other subgraphs. */
export async function reachStage<Reason extends string>(
  tx: ServiceTx,
  { projectId, reason = null, expectedVersion }: StageRequest,
  next: Step<Reason>,
): Promise<Result<InnovationProject, Reason | StageRefusal>> {
  const current = await tx.projects.locked(projectId);
  if (!current) return fail('PROJECT_NOT_FOUND');
  if (isStale(current, expectedVersion)) return fail('STALE_VERSION');
  if (reason !== null && reason.length > longestText) return fail('REASON_TOO_LONG');

  const outcome = next(current);
  if (!outcome.ok) return outcome;

  const project = await tx.projects.update(current, outcome.value);
  await tx.projects.addToTimeline([stageReached(project, { id: tx.newId(), by: tx.viewer.id, at: tx.now, reason })]);
  tx.emit(stageChanged(project, current.stage));
  return ok(project);
}
