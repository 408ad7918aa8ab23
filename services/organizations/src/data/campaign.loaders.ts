import { manyByParent } from '@onevisit/data';
import type { Readers } from './index.ts';
import { loadersByTwoKeys } from './two-keys.ts';

export function campaignLoaders({ campaigns }: Readers) {
  const { byId, byCode, remember } = loadersByTwoKeys(campaigns);
  const ofTaskForce = manyByParent(
    async (taskForceIds) => remember(await campaigns.ofTaskForces(taskForceIds)),
    ({ taskForceId }) => taskForceId,
  );
  return { byId, byCode, remember, ofTaskForce };
}
