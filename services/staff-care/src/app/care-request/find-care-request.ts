import { nestedQuery } from '@onevisit/kernel';
import { canSeeCareRequest } from '../../domain/care-request.policy.ts';
import type { CareRequest } from '../../domain/care-request.ts';
import type { ServiceRead } from '../operation.ts';

/** A request that the viewer may not see is a request that does not exist. */
export const findCareRequest = nestedQuery('care-request:read', async ({ viewer, load }: ServiceRead, id: string) => {
  const found = await load.careRequestById.load(id);
  return found && canSeeCareRequest(viewer, found) ? found : null;
});

/** What the requester wrote. Asked for of requests that were found for this viewer, and of no others. */
export async function openCareText({ load }: ServiceRead, { id }: CareRequest): Promise<string> {
  const opened = await load.textOfCareRequest.load(id);
  if (opened === null) throw new Error(`care request without text: ${id}`);
  return opened.text;
}

/** The steps that were taken, with their notes; of requests that were found for this viewer. */
export const actionsOfCareRequest = ({ load }: ServiceRead, { id }: CareRequest) => load.actionsOfCareRequest.load(id);
