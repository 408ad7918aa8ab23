import { command, fail, ok } from '@onevisit/kernel';
import { checkedText } from '../../domain/sealed-text.ts';
import { isAnonymous } from '../../domain/staff-suggestion.ts';
import type { ServiceTx } from '../operation.ts';
import { lockToDecide } from '../suggestion/lock-suggestion.ts';

type Request = Readonly<{
  suggestionId: string;
  text: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 与匿名建议人对话: the author reads it with the reply token. */
export const writeToAnonymousAuthor = command(
  'writeToAnonymousAuthor',
  'suggestion:decide',
  async (tx: ServiceTx, request: Request) => {
    const current = await lockToDecide(tx, request);
    if (!current.ok) return current;
    if (!isAnonymous(current.value)) return fail('AUTHOR_IS_NAMED');
    const checked = checkedText('TEXT', request.text);
    if (!checked.ok) return checked;

    const { suggestionId } = request;
    const message = { id: tx.newId(), suggestionId, sender: 'ADDRESSEE', shownAt: tx.now } as const;
    await tx.suggestions.addMessage({ ...message, text: checked.value });
    return ok({ suggestionId });
  },
);
