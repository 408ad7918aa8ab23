import { defineTable } from '@onevisit/data';
import type { IndicatorDefinition } from '../domain/indicator-definition.ts';

export const indicatorDefinitionTable = defineTable<IndicatorDefinition>(
  'indicator_definitions',
  {
    code: 'text',
    version: 'integer',
    name: 'text',
    englishName: 'text',
    formula: 'text',
    englishFormula: 'text',
    unit: 'text',
    direction: 'text',
    period: 'text',
    minimumDenominator: 'integer',
  },
  ['code'],
);
