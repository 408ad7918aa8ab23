import { payload } from '@onevisit/subgraph';
import { openCase } from '../app/case/open-case.ts';
import { toldAtOpening } from '../app/case/told-at-opening.ts';
import type { MutationResolvers } from './generated.ts';
import { at, refusals } from './refusals.ts';

export const intakeMutations = {
  openCase: async (_, { input }, operation) =>
    payload(operation, await openCase(operation, input), openRefusals, (made) => toldAtOpening(operation, made)),
} satisfies Partial<MutationResolvers>;

const openRefusals = {
  ...refusals,
  AMOUNT_NOT_VALID: at(refusals.AMOUNT_NOT_VALID, 'claims'),
  ORGANIZATION_NOT_FOUND: at(refusals.ORGANIZATION_NOT_FOUND, 'respondentOrganizationIds'),
};
