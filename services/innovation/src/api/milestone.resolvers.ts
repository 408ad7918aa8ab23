import { payload, type FieldsOf } from '@onevisit/subgraph';
import { addMilestone } from '../app/milestone/add-milestone.ts';
import { recordMilestone } from '../app/milestone/record-milestone.ts';
import { setProjectTeam } from '../app/project/set-project-team.ts';
import type { Milestone } from '../domain/milestone.ts';
import type { MilestoneResolvers, MutationResolvers } from './generated.ts';
import { madeBy } from './innovation-project.resolvers.ts';
import { addMilestoneErrors, recordMilestoneErrors, setProjectTeamErrors } from './milestone.errors.ts';

export const milestoneMutations = {
  addMilestone: async (_, { input }, operation) =>
    payload(operation, await addMilestone(operation, input), addMilestoneErrors, madeBy(operation)),
  recordMilestone: async (_, { input }, operation) =>
    payload(operation, await recordMilestone(operation, input), recordMilestoneErrors, madeBy(operation)),
  setProjectTeam: async (_, { input }, operation) =>
    payload(operation, await setProjectTeam(operation, input), setProjectTeamErrors, madeBy(operation)),
} satisfies Partial<MutationResolvers>;

export const milestoneFields: FieldsOf<MilestoneResolvers, Milestone> = {
  reachedBy: ({ reachedById }) => (reachedById === null ? null : { id: reachedById }),
};
