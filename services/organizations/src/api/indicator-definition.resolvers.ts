import { findIndicatorDefinition } from '../app/indicator/find-indicator-definition.ts';
import { listIndicatorDefinitions } from '../app/indicator/list-indicator-definitions.ts';
import type { IndicatorDefinitionResolvers, QueryResolvers } from './generated.ts';

export const indicatorDefinitionQueries = {
  indicatorDefinitions: (_, _arguments, operation) => listIndicatorDefinitions(operation, null),
} satisfies Partial<QueryResolvers>;

export const indicatorDefinitionFields: IndicatorDefinitionResolvers = {
  __resolveReference: ({ code }, operation) => findIndicatorDefinition(operation, code),
};
