import { command, fail, ok } from '@onevisit/kernel';
import { closed, takenStep, type CareSatisfaction } from '../../domain/care-request.ts';
import { checkedText } from '../../domain/sealed-text.ts';
import { isStale } from '../../domain/version.ts';
import { lockCareRequest } from './lock-care-request.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{
  careRequestId: string;
  note?: string | null | undefined;
  satisfaction?: CareSatisfaction | null | undefined;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 办结困难需求: the requester's last word. */
export const closeCareRequest = command(
  'closeCareRequest',
  'care-request:close',
  async (tx: ServiceTx, { careRequestId, note, satisfaction, expectedVersion }: Request) => {
    const current = await lockCareRequest(tx, careRequestId);
    if (!current) return fail('CARE_REQUEST_NOT_FOUND');
    if (isStale(current, expectedVersion)) return fail('STALE_VERSION');

    const act = { by: tx.viewer.id, at: tx.now };
    const outcome = closed(current, act, satisfaction ?? null);
    if (!outcome.ok) return outcome;

    const checked = note === null || note === undefined ? ok(null) : checkedText('NOTE', note);
    if (!checked.ok) return checked;

    await tx.careRequests.update(current, outcome.value);
    await tx.careRequests.addAction(takenStep(outcome.value, act, { id: tx.newId(), note: checked.value }));
    return ok({ careRequestId });
  },
);
