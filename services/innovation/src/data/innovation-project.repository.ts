import { insertRow, insertRows, lockedRow, updateRow } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { InnovationProject } from '../domain/innovation-project.ts';
import type { ProjectTimelineEntry } from '../domain/project-timeline.ts';
import { innovationProjectTable, projectTimelineTable } from './innovation-project.table.ts';

export const innovationProjectRepository = (manager: EntityManager) => ({
  /** A number that no proposal had before; one that was rolled back leaves a gap. */
  nextNumber: async (): Promise<number> => {
    const [row] = await manager.query<{ number: string }[]>(`select nextval('project_number') as number`);
    return Number(row?.number);
  },

  /** Locks the row until the transaction ends. */
  locked: async (id: string): Promise<InnovationProject | null> =>
    isId(id) ? lockedRow(manager, innovationProjectTable, id) : null,

  insert: (project: InnovationProject) => insertRow(manager, innovationProjectTable, project),
  insertAll: (projects: readonly InnovationProject[]) => insertRows(manager, innovationProjectTable, projects),

  update: (before: InnovationProject, after: InnovationProject) =>
    updateRow(manager, innovationProjectTable, before, after),

  addToTimeline: (entries: readonly ProjectTimelineEntry[]) => insertRows(manager, projectTimelineTable, entries),
});
