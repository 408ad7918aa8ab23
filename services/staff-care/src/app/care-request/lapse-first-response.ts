import { dueSource, type DueSource } from '@onevisit/events';
import { isWaitingForFirstResponse, lapsed } from '../../domain/care-request.ts';
import type { AutomaticGround, ServiceTx } from '../operation.ts';

/** 首应逾期: the term runs out by itself, and from then on the requester is asked whether to tell the director. */
export const lapsingFirstResponses = ({ read, frame }: AutomaticGround): DueSource =>
  dueSource({
    name: 'care-first-responses',
    due: read.careRequests.withoutFirstResponse,
    frame,
    locked: async (tx: ServiceTx, id) => {
      const request = await tx.careRequests.lockedOrSkip(id);
      return request && { request, dueAt: request.firstResponseDueAt };
    },
    isWaiting: ({ request }) => isWaitingForFirstResponse(request),
    act: async (tx, { request }) => void (await tx.careRequests.update(request, lapsed(request))),
  });
