import { payload } from '@onevisit/subgraph';
import {
  replicateProject,
  showcaseProject,
  standardizeProject,
  stopProject,
  sustainProject,
} from '../app/project/end-project.ts';
import type { MutationResolvers } from './generated.ts';
import { madeBy } from './innovation-project.resolvers.ts';
import {
  replicateProjectErrors,
  showcaseProjectErrors,
  standardizeProjectErrors,
  stopProjectErrors,
  sustainProjectErrors,
} from './project-end.errors.ts';

export const projectEndMutations = {
  standardizeProject: async (_, { input }, operation) =>
    payload(operation, await standardizeProject(operation, input), standardizeProjectErrors, madeBy(operation)),
  replicateProject: async (_, { input }, operation) =>
    payload(operation, await replicateProject(operation, input), replicateProjectErrors, madeBy(operation)),
  showcaseProject: async (_, { input }, operation) =>
    payload(operation, await showcaseProject(operation, input), showcaseProjectErrors, madeBy(operation)),
  sustainProject: async (_, { input }, operation) =>
    payload(operation, await sustainProject(operation, input), sustainProjectErrors, madeBy(operation)),
  stopProject: async (_, { input }, operation) =>
    payload(operation, await stopProject(operation, input), stopProjectErrors, madeBy(operation)),
} satisfies Partial<MutationResolvers>;
