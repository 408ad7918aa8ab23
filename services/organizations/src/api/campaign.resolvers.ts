import type { FieldsOf } from '@onevisit/subgraph';
import { findCampaign } from '../app/campaign/find-campaign.ts';
import { targetsOfCampaign } from '../app/campaign/find-target.ts';
import { taskForcesOfCampaign } from '../app/task-force/find-task-force.ts';
import { listCampaigns } from '../app/campaign/list-campaigns.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { CampaignResolvers, QueryResolvers } from './generated.ts';

export const campaignQueries = {
  campaigns: (_, { first, after, state }, operation) =>
    listCampaigns(operation, { first, after, state: state ?? null }),
} satisfies Partial<QueryResolvers>;

export const campaignFields: FieldsOf<CampaignResolvers, Campaign> = {
  __resolveReference: (reference, operation) => findCampaign(operation, reference),
  from: ({ startsOn }) => startsOn,
  to: ({ endsOn }) => endsOn,
  targets: ({ id }, _, operation) => targetsOfCampaign(operation, id),
  taskForces: ({ id }, _, operation) => taskForcesOfCampaign(operation, id),
};
