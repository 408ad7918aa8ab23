import { planDeadline } from '@onevisit/calendar';
import { command, fail, ok } from '@onevisit/kernel';
import { newCareRequest, type CareKind } from '../../domain/care-request.ts';
import { checkedText } from '../../domain/sealed-text.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{ kind: CareKind; text: string; idempotencyKey: string }>;

/** 提出困难需求: anybody on the staff may. */
export const fileCareRequest = command(
  'fileCareRequest',
  'care-request:file',
  async (tx: ServiceTx, { kind, text }: Request) => {
    const requester = await tx.staff.find(tx.viewer.id);
    if (!requester) return fail('REQUESTER_NOT_ON_STAFF');

    const checked = checkedText('TEXT', text);
    if (!checked.ok) return checked;

    const firstResponse = planDeadline('CARE_FIRST_RESPONSE', tx.now);
    if (!firstResponse.ok) return firstResponse;

    const request = newCareRequest({
      id: tx.newId(),
      requesterId: requester.id,
      organizationId: requester.organizationId,
      kind,
      filedAt: tx.now,
      firstResponseDueAt: firstResponse.value.dueAt,
    });
    await tx.careRequests.insertAll([{ request, text: checked.value, actions: [] }]);
    return ok({ careRequestId: request.id });
  },
);
