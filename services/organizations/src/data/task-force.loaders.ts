import { manyByParent } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Readers } from './index.ts';
import { loadersByTwoKeys } from './two-keys.ts';

export function taskForceLoaders({ taskForces }: Readers) {
  const { byId, byCode, remember } = loadersByTwoKeys(taskForces);
  const ofCampaign = manyByParent(
    async (campaignIds) => remember(await taskForces.ofCampaigns(campaignIds)),
    ({ campaignId }) => campaignId,
  );
  const ledBy = manyByParent(
    async (staffIds) => remember(await taskForces.ledBy(staffIds.filter(isId))),
    ({ leadId }) => leadId ?? '',
  );
  return { byId, byCode, remember, ofCampaign, ledBy };
}
