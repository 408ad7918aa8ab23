import { payload } from '@onevisit/subgraph';
import { confirmResult } from '../app/result-confirmation/confirm-result.ts';
import { revokeConfirmation } from '../app/result-confirmation/revoke-confirmation.ts';
import { rotatedCode, rotateTrackingCode } from '../app/petitioner/rotate-tracking-code.ts';
import { setPetitionerPin } from '../app/petitioner/set-petitioner-pin.ts';
import { verifyTrackingCode } from '../app/petitioner/verify-tracking-code.ts';
import type { MutationResolvers } from './generated.ts';
import { confirmationMade } from './made.ts';
import { refusals } from './refusals.ts';

export const petitionerMutations = {
  confirmResult: async (_, { input }, operation) =>
    payload(operation, await confirmResult(operation, input), refusals, (made) => confirmationMade(operation, made)),
  revokeConfirmation: async (_, { input }, operation) =>
    payload(operation, await revokeConfirmation(operation, input), refusals, (made) =>
      confirmationMade(operation, made),
    ),
  rotateTrackingCode: async (_, { input }, operation) =>
    payload(operation, await rotateTrackingCode(operation, input), refusals, async (made) => ({
      trackingCode: await rotatedCode(operation, made),
    })),
  verifyTrackingCode: async (_, { input }, operation) =>
    payload(operation, await verifyTrackingCode(operation, input), refusals, async (opened) => opened),
  setPetitionerPin: async (_, { input }, operation) => {
    const outcome = await setPetitionerPin(operation, input);
    const told = await payload(operation, outcome, refusals, async () => ({}));
    return { ...told, isSet: outcome.ok };
  },
} satisfies Partial<MutationResolvers>;
