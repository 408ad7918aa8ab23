import { randomUUID } from 'node:crypto';
import { command, fail, ok } from '@onevisit/kernel';
import { knownBy } from '../../data/index.ts';
import { checkedText } from '../../domain/sealed-text.ts';
import type { ServiceTx } from '../operation.ts';
import { releaseTime } from './release-time.ts';

type Request = Readonly<{ replyToken: string; text: string; idempotencyKey?: null }>;

/** 匿名续谈: the author is known by the reply token alone. */
export const replyAsAnonymousAuthor = command(
  'replyAsAnonymousAuthor',
  'anonymous:speak',
  async (tx: ServiceTx, { replyToken, text }: Request) => {
    const suggestionId = await tx.suggestions.idByReplyToken(knownBy(replyToken));
    if (suggestionId === null) return fail('SUGGESTION_NOT_FOUND');
    const checked = checkedText('TEXT', text);
    if (!checked.ok) return checked;

    const message = { id: randomUUID(), suggestionId, sender: 'AUTHOR', shownAt: releaseTime(tx.now) } as const;
    await tx.suggestions.addMessage({ ...message, text: checked.value });
    return ok({ suggestionId });
  },
);
