import { manyByParent, oneById } from '@onevisit/data';
import type { Readers } from './index.ts';

export const areaLoaders = ({ areas }: Readers) => ({
  areaByCode: oneById(areas.byCodes, ({ code }) => code),
  childrenOfArea: manyByParent(areas.childrenOf, ({ parentCode }) => parentCode ?? ''),
});
