import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { Milestone } from '../domain/milestone.ts';
import { milestoneTable } from './milestone.table.ts';

const ofProjects = statement<Milestone>(
  'milestones-of-projects',
  `select ${selected(fieldsOf(milestoneTable), 'm')} from milestones m
   where m.project_id = any($1) order by m.due_on, m.id`,
);

export const milestoneReader = ({ rows }: Reader) => ({
  ofProjects: (projectIds: readonly string[]) => rows(ofProjects, [projectIds]),
});
