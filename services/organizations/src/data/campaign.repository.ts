import { insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { Campaign, CampaignTaskForce } from '../domain/campaign.ts';
import { campaignTable, campaignTaskForceTable } from './campaign.table.ts';

export const campaignRepository = (manager: EntityManager) => ({
  insertAll: (campaigns: readonly Campaign[]) => insertRows(manager, campaignTable, campaigns),
  joinAll: (pairs: readonly CampaignTaskForce[]) => insertRows(manager, campaignTaskForceTable, pairs),
});
