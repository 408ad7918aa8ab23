import { defineTable } from '@onevisit/data';
import type { Campaign, CampaignTaskForce } from '../domain/campaign.ts';

export const campaignTable = defineTable<Campaign>('campaigns', {
  id: 'uuid',
  version: 'integer',
  code: 'text',
  officialName: 'text',
  workingName: 'text',
  purpose: 'text',
  publicPledge: 'text',
  startsOn: 'day',
  endsOn: 'day?',
  state: 'text',
});

export const campaignTaskForceTable = defineTable<CampaignTaskForce>(
  'campaign_task_forces',
  { campaignId: 'uuid', taskForceId: 'uuid' },
  ['campaignId', 'taskForceId'],
);
