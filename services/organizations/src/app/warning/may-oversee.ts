import { overseesUnit } from '../../domain/warning.policy.ts';
import type { ServiceTx } from '../operation.ts';

/** Whether the viewer watches over that unit. */
export async function mayOversee(tx: ServiceTx, organizationId: string): Promise<boolean> {
  const unit = await tx.organizations.byId(organizationId);
  const member = await tx.organizations.byId(tx.viewer.organizationId);
  return unit !== null && overseesUnit(tx.viewer, member, unit);
}
