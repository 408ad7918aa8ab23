import { nestedQuery, query } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

/** Projects are there to be learned from: all staff see all of them. */
export const findProject = nestedQuery('project:read', ({ load }: ServiceRead, id: string) =>
  load.projectById.load(id),
);

/** The changes of a project's stage; asked for of projects that were found for this viewer. */
export const timelineOfProject = ({ load }: ServiceRead, projectId: string) => load.timelineOfProject.load(projectId);

export const findProjectByCode = query('project:read', ({ load }: ServiceRead, code: string) =>
  load.projectByCode.load(code),
);

/** Null until the trial is over. */
export const effectOfProject = query('project:read', ({ load }: ServiceRead, projectId: string) =>
  load.evaluationOfProject.load(projectId),
);

/** Why it was given up; asked for of projects that were found for this viewer. */
export async function stopReasonOf({ load }: ServiceRead, projectId: string): Promise<string | null> {
  const timeline = await load.timelineOfProject.load(projectId);
  return timeline.find(({ stage }) => stage === 'STOPPED')?.reason ?? null;
}

/** In the order in which they are due; asked for of projects that were found for this viewer. */
export const milestonesOfProject = ({ load }: ServiceRead, projectId: string) =>
  load.milestonesOfProject.load(projectId);

/** In the order in which they were noted; asked for of projects that were found for this viewer. */
export const risksOfProject = ({ load }: ServiceRead, projectId: string) => load.risksOfProject.load(projectId);

/** Asked for of projects that were found for this viewer. */
export const preRegistrationOfProject = ({ load }: ServiceRead, projectId: string) =>
  load.preRegistrationOfProject.load(projectId);
