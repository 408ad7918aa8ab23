import type { DeliveredEvent } from '@onevisit/kernel';
import { fieldsIn } from '../event-data.ts';
import type { ServiceTx } from '../operation.ts';

/** Keeps our own ledger of indicators: what any organization reached in a period that is over, as it was published. */
export async function onIndicatorComputed(tx: ServiceTx, { time, data }: DeliveredEvent): Promise<void> {
  const { text, count, amount } = fieldsIn(data);
  await tx.evaluations.freeze({
    code: text('code'),
    organizationId: text('organizationId'),
    period: text('period'),
    numerator: amount('numerator'),
    denominator: count('denominator'),
    frozenAt: new Date(time),
  });
}
