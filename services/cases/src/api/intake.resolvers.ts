import { payload } from '@onevisit/subgraph';
import { openCase } from '../app/open-case.ts';
import type { MutationResolvers } from './generated.ts';
import { refusals } from './refusals.ts';

export const intakeMutations = {
  openCase: async (_, { input }, operation) =>
    payload(operation, await openCase(operation, input), refusals, (made) => openedOf(operation, made)),
} satisfies Partial<MutationResolvers>;
