import type { DeliveredEvent } from '@onevisit/kernel';
import type { ServiceTx } from '../operation.ts';

/** Keeps our copy of who is on the staff: somebody joined, moved or left. */
export async function onStaffChanged(tx: ServiceTx, { subjectId, data }: DeliveredEvent): Promise<void> {
  await tx.references.putStaff({ id: subjectId, isActive: data['isActive'] === true });
}
