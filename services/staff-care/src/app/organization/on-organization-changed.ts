import type { DeliveredEvent } from '@onevisit/kernel';
import type { ServiceTx } from '../operation.ts';

/** Keeps our copy of where each organization stands. */
export async function onOrganizationChanged(tx: ServiceTx, { subjectId, data }: DeliveredEvent): Promise<void> {
  const { superiorId, areaPath } = data;
  await tx.organizations.put({
    id: subjectId,
    superiorId: typeof superiorId === 'string' ? superiorId : null,
    areaPath: Array.isArray(areaPath) ? areaPath : [],
  });
}
