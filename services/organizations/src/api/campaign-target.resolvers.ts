import { payload, type FieldsOf } from '@onevisit/subgraph';
import { findCampaign } from '../app/campaign/find-campaign.ts';
import { findTarget, progressOfTarget } from '../app/campaign/find-target.ts';
import { setTarget } from '../app/campaign/set-target.ts';
import { findIndicatorDefinition } from '../app/indicator/find-indicator-definition.ts';
import { findOrganization } from '../app/organization/find-organization.ts';
import { referToStaff } from '../app/organization/refer-to-staff.ts';
import type { TargetOnRecord } from '../domain/campaign-target.ts';
import type { CampaignTargetResolvers, MutationResolvers } from './generated.ts';
import { setTargetErrors } from './campaign-target.errors.ts';

export const campaignTargetMutations = {
  setTarget: async (_, { input }, operation) =>
    payload(operation, await setTarget(operation, input), setTargetErrors, async ({ targetId }) => ({
      target: await findTarget(operation, targetId),
    })),
} satisfies Partial<MutationResolvers>;

export const campaignTargetFields: FieldsOf<CampaignTargetResolvers, TargetOnRecord> = {
  __resolveReference: ({ id }, operation) => findTarget(operation, id),
  campaign: ({ campaignId }, _, operation) => findCampaign(operation, { id: campaignId }),
  organization: ({ organizationId }, _, operation) => findOrganization(operation, { id: organizationId }),
  indicator: ({ indicatorCode }, _, operation) => findIndicatorDefinition(operation, indicatorCode),
  owner: ({ ownerId }, _, operation) => referToStaff(operation, ownerId),
  current: async (target, _, operation) => (await progressOfTarget(operation, target)).current,
  currentPeriod: async (target, _, operation) => (await progressOfTarget(operation, target)).period,
  state: async (target, _, operation) => (await progressOfTarget(operation, target)).state,
};
