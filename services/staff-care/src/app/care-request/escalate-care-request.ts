import { command, fail, ok } from '@onevisit/kernel';
import { escalated } from '../../domain/care-request.ts';
import { isStale } from '../../domain/version.ts';
import { lockCareRequest } from './lock-care-request.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{
  careRequestId: string;
  tellsDirector: boolean;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 是否报局长: the requester decides whether the director learns that nobody has responded. */
export const escalateCareRequest = command(
  'escalateCareRequest',
  'care-request:close',
  async (tx: ServiceTx, { careRequestId, tellsDirector, expectedVersion }: Request) => {
    const current = await lockCareRequest(tx, careRequestId);
    if (!current) return fail('CARE_REQUEST_NOT_FOUND');
    if (isStale(current, expectedVersion)) return fail('STALE_VERSION');

    const outcome = escalated(current, { by: tx.viewer.id, tellsDirector });
    if (!outcome.ok) return outcome;

    await tx.careRequests.update(current, outcome.value);
    return ok({ careRequestId });
  },
);
