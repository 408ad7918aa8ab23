import type { FieldsOf } from '@onevisit/subgraph';
import { findIndicatorDefinition } from '../app/indicator/find-indicator-definition.ts';
import { listIndicatorDefinitions } from '../app/indicator/list-indicator-definitions.ts';
import { valuesOfIndicator } from '../app/indicator/list-indicator-values.ts';
import type { IndicatorDefinition } from '../domain/indicator-definition.ts';
import type { IndicatorDefinitionResolvers, QueryResolvers } from './generated.ts';

export const indicatorDefinitionQueries = {
  indicatorDefinitions: (_, _arguments, operation) => listIndicatorDefinitions(operation, null),
} satisfies Partial<QueryResolvers>;

export const indicatorDefinitionFields: FieldsOf<IndicatorDefinitionResolvers, IndicatorDefinition> = {
  __resolveReference: ({ code }, operation) => findIndicatorDefinition(operation, code),
  values: ({ code }, { period, first, after }, operation) =>
    valuesOfIndicator(operation, { code, period, first, after }),
};
