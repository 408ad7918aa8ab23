import { defineTable } from '@onevisit/data';
import type { CampaignTarget } from '../domain/campaign-target.ts';

export const campaignTargetTable = defineTable<CampaignTarget>('campaign_targets', {
  id: 'uuid',
  campaignId: 'uuid',
  organizationId: 'uuid',
  indicatorCode: 'text',
  baseline: 'double?',
  target: 'double',
  plan: 'text',
  ownerId: 'uuid',
  setAt: 'instant',
  dueOn: 'day',
});
