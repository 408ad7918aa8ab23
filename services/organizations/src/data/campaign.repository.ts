import { insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { Campaign, CampaignTaskForce } from '../domain/campaign.ts';
import { campaignTable, campaignTaskForceTable } from './campaign.table.ts';

export const campaignRepository = (manager: EntityManager) => ({
  insertAll: (campaigns: readonly Campaign[]) => insertRows(manager, campaignTable, campaigns),
  byCode: (code: string): Promise<Campaign | null> => manager.findOneBy(campaignTable, { code }),

  /** Whether that task force carries the campaign. */
  isCarriedBy: async (campaignId: string, taskForceCode: string | null): Promise<boolean> => {
    const carrying = await manager.query<unknown[]>(
      `select 1 from campaign_task_forces j join task_forces t on t.id = j.task_force_id
       where j.campaign_id = $1 and t.code = $2`,
      [campaignId, taskForceCode],
    );
    return carrying.length > 0;
  },

  joinAll: (pairs: readonly CampaignTaskForce[]) => insertRows(manager, campaignTaskForceTable, pairs),
});
