import type { DeliveredEvent } from '@onevisit/kernel';
import { isOneOf, type IndicatorDefinition } from '../../domain/indicator-definition.ts';
import { indicatorDefinitions } from '../../domain/indicator-definitions.ts';
import { BadEventError, fieldsIn } from '../event-data.ts';
import type { ServiceTx } from '../operation.ts';

/** Takes the definition of an indicator that another subgraph brings. Those of the service's own rules stay as they are. */
export async function onIndicatorDefined(tx: ServiceTx, { subjectVersion, data }: DeliveredEvent): Promise<void> {
  const definition = definitionIn(data, subjectVersion);
  if (indicatorDefinitions.some(({ code }) => code === definition.code))
    throw new BadEventError(`${definition.code} is defined by the rules`);
  await tx.indicatorDefinitions.put(definition);
}

function definitionIn(data: DeliveredEvent['data'], version: number): IndicatorDefinition {
  const { text, count, oneOf } = fieldsIn(data);
  return {
    code: text('code'),
    version,
    name: text('name'),
    englishName: text('englishName'),
    formula: text('formula'),
    englishFormula: text('englishFormula'),
    unit: oneOf('unit', isOneOf('SHARE', 'DAYS', 'POINTS')),
    direction: oneOf('direction', isOneOf('HIGHER', 'LOWER', 'SHOWN')),
    period: oneOf('period', isOneOf('QUARTER', 'TRAILING_FOUR_QUARTERS', 'YEAR')),
    minimumDenominator: count('minimumDenominator'),
  };
}
