import { payload } from '@onevisit/subgraph';
import { openIdentity, unsealIdentity } from '../app/identity/unseal-identity.ts';
import type { MutationResolvers } from './generated.ts';
import { refusals } from './refusals.ts';

export const identityMutations = {
  unsealIdentity: async (_, { input }, operation) =>
    payload(operation, await unsealIdentity(operation, input), refusals, async (made) => ({
      identity: await openIdentity(operation, made),
    })),
} satisfies Partial<MutationResolvers>;
