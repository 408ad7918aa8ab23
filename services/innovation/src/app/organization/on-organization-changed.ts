import type { DeliveredEvent } from '@onevisit/kernel';
import type { ServiceTx } from '../operation.ts';

/** Keeps our copy of which organizations are in force. */
export async function onOrganizationChanged(tx: ServiceTx, { subjectId, data }: DeliveredEvent): Promise<void> {
  const { validTo } = data;
  await tx.references.putOrganization({ id: subjectId, validTo: typeof validTo === 'string' ? validTo : null });
}
