import { localDate } from '@onevisit/calendar';
import type { DeliveredEvent } from '@onevisit/kernel';
import { lastDayOf } from '../../domain/period.ts';
import { BadEventError, fieldsIn } from '../event-data.ts';
import type { ServiceTx } from '../operation.ts';

/**
 * Freezes the value of an indicator that any subgraph has published, be its definition known or not. A period that is
 * not over has no value yet.
 */
export async function onIndicatorComputed(tx: ServiceTx, { time, data }: DeliveredEvent): Promise<void> {
  const { text, count, amount } = fieldsIn(data);
  const period = text('period');
  const lastDay = lastDayOf(period);
  if (lastDay === null || lastDay >= localDate(new Date(time)).toString())
    throw new BadEventError(`period ${period} is none that has ended`);

  await tx.indicatorValues.freeze({
    code: text('code'),
    organizationId: text('organizationId'),
    period,
    numerator: amount('numerator'),
    denominator: count('denominator'),
    frozenAt: new Date(time),
  });
}
