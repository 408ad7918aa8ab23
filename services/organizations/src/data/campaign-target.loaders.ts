import { manyByParent, oneById } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Readers } from './index.ts';

export const campaignTargetLoaders = ({ campaignTargets }: Readers) => ({
  ofCampaign: manyByParent(campaignTargets.ofCampaigns, ({ campaignId }) => campaignId),
  byId: oneById(
    (ids) => campaignTargets.byIds(ids.filter(isId)),
    ({ id }) => id,
  ),
});
