import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { Milestone } from '../domain/milestone.ts';
import type { Risk } from '../domain/risk.ts';
import { milestoneTable } from './milestone.table.ts';
import { riskTable } from './risk.table.ts';

const ofProjects = statement<Milestone>(
  'milestones-of-projects',
  `select ${selected(fieldsOf(milestoneTable), 'm')} from milestones m
   where m.project_id = any($1) order by m.due_on, m.id`,
);

const risksOf = statement<Risk>(
  'risks-of-projects',
  `select ${selected(fieldsOf(riskTable), 'r')} from risks r where r.project_id = any($1) order by r.noted_at, r.id`,
);

export const milestoneReader = ({ rows }: Reader) => ({
  ofProjects: (projectIds: readonly string[]) => rows(ofProjects, [projectIds]),
  risksOf: (projectIds: readonly string[]) => rows(risksOf, [projectIds]),
});
