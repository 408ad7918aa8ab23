import { nestedQuery } from '@onevisit/kernel';
import type { ServiceRead } from './operation.ts';

/** Projects are there to be learned from: all staff see all of them. */
export const findProject = nestedQuery('project:read', ({ load }: ServiceRead, id: string) =>
  load.projectById.load(id),
);

/** The changes of a project's stage; asked for of projects that were found for this viewer. */
export const timelineOfProject = ({ load }: ServiceRead, projectId: string) => load.timelineOfProject.load(projectId);
