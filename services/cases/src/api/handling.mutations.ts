import { payload } from '@onevisit/subgraph';
import { addExecutionItem } from '../app/execution-item/add-execution-item.ts';
import { draftOpinion } from '../app/opinion/draft-opinion.ts';
import { recordDelivery } from '../app/delivery/record-delivery.ts';
import { recordPetitionerHeard } from '../app/opinion/record-petitioner-heard.ts';
import { signOpinion } from '../app/opinion/sign-opinion.ts';
import type { MutationResolvers } from './generated.ts';
import { caseMade, deliveryMade, executionItemMade, opinionMade } from './made.ts';
import { at, refusals } from './refusals.ts';

export const handlingMutations = {
  recordPetitionerHeard: async (_, { input }, operation) =>
    payload(operation, await recordPetitionerHeard(operation, input), refusals, (made) => caseMade(operation, made)),
  draftOpinion: async (_, { input }, operation) =>
    payload(operation, await draftOpinion(operation, input), draftRefusals, (made) => opinionMade(operation, made)),
  addExecutionItem: async (_, { input }, operation) =>
    payload(operation, await addExecutionItem(operation, input), itemRefusals, (made) =>
      executionItemMade(operation, made),
    ),
  signOpinion: async (_, { input }, operation) =>
    payload(operation, await signOpinion(operation, input), refusals, (made) => opinionMade(operation, made)),
  recordDelivery: async (_, { input }, operation) =>
    payload(operation, await recordDelivery(operation, input), refusals, (made) => deliveryMade(operation, made)),
} satisfies Partial<MutationResolvers>;

const draftRefusals = {
  ...refusals,
  CLAIM_NOT_FOUND: at(refusals.CLAIM_NOT_FOUND, 'claims'),
  SUMMARY_IDENTIFIES_SOMEBODY: at(refusals.SUMMARY_IDENTIFIES_SOMEBODY, 'plainSummary'),
};

const itemRefusals = {
  ...refusals,
  ORGANIZATION_NOT_FOUND: at(refusals.ORGANIZATION_NOT_FOUND, 'obligorOrganizationId'),
};
