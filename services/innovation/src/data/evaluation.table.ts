import { defineTable } from '@onevisit/data';
import type { Evaluation } from '../domain/evaluation/evaluation.ts';
import type { PreRegistration } from '../domain/evaluation/pre-registration.ts';
import type { IndicatorValue } from '../domain/indicator.ts';

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
  ['organizationId', 'code', 'period'],
);

export const preRegistrationTable = defineTable<PreRegistration>(
  'pre_registrations',
  {
    projectId: 'uuid',
    method: 'text',
    metrics: 'json',
    pilotFrom: 'day',
    pilotTo: 'day',
    pilotUnitIds: 'uuids',
    comparisonUnitIds: 'uuids',
    steps: 'json',
    registeredAt: 'instant',
    hash: 'text',
  },
  ['projectId'],
);

export const evaluationTable = defineTable<Evaluation>(
  'evaluations',
  {
    projectId: 'uuid',
    method: 'text',
    preRegisteredAt: 'instant',
    effects: 'json',
    verdict: 'text',
    hasWorseGuardrail: 'boolean',
    limitations: 'texts',
    staffId: 'uuid',
    evaluatedAt: 'instant',
  },
  ['projectId'],
);
