import { oneById } from '@onevisit/data';
import type { Readers } from './index.ts';

export const indicatorDefinitionLoaders = ({ indicatorDefinitions }: Readers) => ({
  byCode: oneById(indicatorDefinitions.byCodes, ({ code }) => code),
});
