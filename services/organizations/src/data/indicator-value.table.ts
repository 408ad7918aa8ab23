import { defineTable } from '@onevisit/data';
import type { IndicatorValue } from '../domain/indicator-value.ts';

export const indicatorValueTable = defineTable<IndicatorValue>(
  'indicator_values',
  {
    code: 'text',
    organizationId: 'uuid',
    period: 'text',
    numerator: 'double',
    denominator: 'integer',
    frozenAt: 'instant',
  },
  ['code', 'organizationId', 'period'],
);
