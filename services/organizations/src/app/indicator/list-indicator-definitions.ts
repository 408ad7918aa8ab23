import { query } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

export const listIndicatorDefinitions = query('indicator:read', async ({ read, load }: ServiceRead, _question: null) =>
  load.indicatorDefinitions.remember(await read.indicatorDefinitions.all()),
);
