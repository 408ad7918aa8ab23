import { command, fail, ok } from '@onevisit/kernel';
import { checkedText } from '../../domain/sealed-text.ts';
import { canAnswerSupportRequest, canSeeSupportRequest } from '../../domain/support.policy.ts';
import { answered } from '../../domain/support.ts';
import { isStale } from '../../domain/version.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{
  supportRequestId: string;
  text: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 答复支持请求: by the section that was asked. */
export const answerSupportRequest = command(
  'answerSupportRequest',
  'support:answer',
  async (tx: ServiceTx, { supportRequestId, text, expectedVersion }: Request) => {
    const current = await tx.supportRequests.locked(supportRequestId);
    if (!current || !canSeeSupportRequest(tx.viewer, current)) return fail('SUPPORT_REQUEST_NOT_FOUND');
    if (!canAnswerSupportRequest(tx.viewer, current)) return fail('NOT_THE_SECTION');
    if (isStale(current, expectedVersion)) return fail('STALE_VERSION');

    const outcome = answered(current, { by: tx.viewer.id, at: tx.now });
    if (!outcome.ok) return outcome;
    const checked = checkedText('TEXT', text);
    if (!checked.ok) return checked;

    await tx.supportRequests.answer(current, outcome.value, checked.value);
    return ok({ supportRequestId });
  },
);
