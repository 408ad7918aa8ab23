import type { FieldsOf } from '@onevisit/subgraph';
import { findIndicatorDefinition } from '../app/indicator/find-indicator-definition.ts';
import { showIndicatorValue } from '../app/indicator/show-indicator-value.ts';
import { findOrganization } from '../app/organization/find-organization.ts';
import type { IndicatorValue } from '../domain/indicator-value.ts';
import type { IndicatorValueResolvers } from './generated.ts';

export const indicatorValueFields: FieldsOf<
  IndicatorValueResolvers,
  Omit<IndicatorValue, 'numerator' | 'denominator'>
> = {
  indicator: ({ code }, _, operation) => findIndicatorDefinition(operation, code),
  organization: ({ organizationId }, _, operation) => findOrganization(operation, { id: organizationId }),
  isRated: async (value, _, operation) => (await showIndicatorValue(operation, value)).isRated,
  numerator: async (value, _, operation) => (await showIndicatorValue(operation, value)).numerator,
  denominator: async (value, _, operation) => (await showIndicatorValue(operation, value)).denominator,
  value: async (value, _, operation) => (await showIndicatorValue(operation, value)).value,
  band: async (value, _, operation) => (await showIndicatorValue(operation, value)).band,
};
