import { query } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

export const findIndicatorDefinition = query('indicator:read', ({ load }: ServiceRead, code: string) =>
  load.indicatorDefinitions.byCode.load(code),
);
