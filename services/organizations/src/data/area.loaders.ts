import { manyByParent, oneById } from '@onevisit/data';
import type { Readers } from './index.ts';

export const areaLoaders = ({ areas }: Readers) => ({
  byCode: oneById(areas.byCodes, ({ code }) => code),
  childrenOf: manyByParent(areas.childrenOf, ({ parentCode }) => parentCode ?? ''),
});
