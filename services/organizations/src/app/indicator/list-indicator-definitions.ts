import { query } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

export const listIndicatorDefinitions = query('indicator:read', ({ read }: ServiceRead, _question: null) =>
  read.indicatorDefinitions.all(),
);
