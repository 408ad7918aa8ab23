import { oneById } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Readers } from './index.ts';

export const ruleSetLoaders = ({ ruleSets }: Readers) => ({
  byId: oneById(
    (ids) => ruleSets.byIds(ids.filter(isId)),
    ({ id }) => id,
  ),
  byVersion: oneById(ruleSets.byVersions, ({ version }) => version),
});
