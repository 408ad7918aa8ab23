import { command, fail, ok } from '@onevisit/kernel';
import { reopened, takenStep } from '../../domain/care-request.ts';
import { checkedText } from '../../domain/sealed-text.ts';
import { isStale } from '../../domain/version.ts';
import { lockCareRequest } from './lock-care-request.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{
  careRequestId: string;
  note: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 重新提出困难需求: it is not settled after all. */
export const reopenCareRequest = command(
  'reopenCareRequest',
  'care-request:close',
  async (tx: ServiceTx, { careRequestId, note, expectedVersion }: Request) => {
    const current = await lockCareRequest(tx, careRequestId);
    if (!current) return fail('CARE_REQUEST_NOT_FOUND');
    if (isStale(current, expectedVersion)) return fail('STALE_VERSION');

    const act = { by: tx.viewer.id, at: tx.now };
    const outcome = reopened(current, act);
    if (!outcome.ok) return outcome;

    const checked = checkedText('NOTE', note);
    if (!checked.ok) return checked;

    await tx.careRequests.update(current, outcome.value);
    await tx.careRequests.addAction(takenStep(outcome.value, act, { id: tx.newId(), note: checked.value }));
    return ok({ careRequestId });
  },
);
