import { command, fail, ok } from '@onevisit/kernel';
import { responded, takenStep, type CareStep } from '../../domain/care-request.ts';
import { checkedText } from '../../domain/sealed-text.ts';
import { isStale } from '../../domain/version.ts';
import { lockCareRequest } from './lock-care-request.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{
  careRequestId: string;
  step: CareStep;
  note: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 回应困难需求: one step of the care officer. */
export const respondCareRequest = command(
  'respondCareRequest',
  'care-request:respond',
  async (tx: ServiceTx, { careRequestId, step, note, expectedVersion }: Request) => {
    const current = await lockCareRequest(tx, careRequestId);
    if (!current) return fail('CARE_REQUEST_NOT_FOUND');
    if (isStale(current, expectedVersion)) return fail('STALE_VERSION');

    const act = { by: tx.viewer.id, at: tx.now };
    const outcome = responded(current, step, act);
    if (!outcome.ok) return outcome;

    const checked = checkedText('NOTE', note);
    if (!checked.ok) return checked;

    await tx.careRequests.update(current, outcome.value);
    await tx.careRequests.addAction(takenStep(outcome.value, act, { id: tx.newId(), note: checked.value }));
    return ok({ careRequestId });
  },
);
