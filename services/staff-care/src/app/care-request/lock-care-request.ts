import { canSeeCareRequest } from '../../domain/care-request.policy.ts';
import type { CareRequest } from '../../domain/care-request.ts';
import type { ServiceTx } from '../operation.ts';

/** Locks a request until the transaction ends; one that the viewer may not see does not exist. */
export async function lockCareRequest(tx: ServiceTx, id: string): Promise<CareRequest | null> {
  const request = await tx.careRequests.locked(id);
  if (!request) return null;

  const areaPath = await tx.organizations.areaPathOf(request.organizationId);
  return canSeeCareRequest(tx.viewer, { ...request, areaPath }) ? request : null;
}
