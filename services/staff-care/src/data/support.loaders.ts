import { oneById } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Readers } from './index.ts';

export const supportLoaders = ({ support }: Readers) => ({
  supportRequestById: oneById(
    async (ids) => support.byIds(ids.filter(isId)),
    ({ id }) => id,
  ),
});
