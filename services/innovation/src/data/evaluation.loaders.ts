import { manyByParent, oneById } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Readers } from './index.ts';

export const evaluationLoaders = ({ evaluations, milestones }: Readers) => ({
  preRegistrationOfProject: oneById(
    async (projectIds) => evaluations.registrationsOf(projectIds.filter(isId)),
    ({ projectId }) => projectId,
  ),
  milestonesOfProject: manyByParent(milestones.ofProjects, ({ projectId }) => projectId),
  risksOfProject: manyByParent(milestones.risksOf, ({ projectId }) => projectId),
  evaluationOfProject: oneById(
    async (projectIds) => evaluations.of(projectIds.filter(isId)),
    ({ projectId }) => projectId,
  ),
});
