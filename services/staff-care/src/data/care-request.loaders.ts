import { manyByParent, oneById } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Readers } from './index.ts';

export const careRequestLoaders = ({ careRequests }: Readers) => ({
  careRequestById: oneById(
    async (ids) => careRequests.byIds(ids.filter(isId)),
    ({ id }) => id,
  ),
  textOfCareRequest: oneById(careRequests.texts, ({ careRequestId }) => careRequestId),
  actionsOfCareRequest: manyByParent(careRequests.actionsOf, ({ careRequestId }) => careRequestId),
});
