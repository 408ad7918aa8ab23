import { randomUUID } from 'node:crypto';
import { localDate } from '@onevisit/calendar';
import { command, fail, ok } from '@onevisit/kernel';
import { knownBy } from '../../data/index.ts';
import { everybody, isoWeek, isReplyToken, type AnonymousToken } from '../../domain/anonymous-token.ts';
import { checkedSuggestion } from '../../domain/suggestion-text.ts';
import type { ServiceTx } from '../operation.ts';
import { releaseTime } from './release-time.ts';
import { spendToken } from './spend-token.ts';

type Request = Readonly<{
  token: AnonymousToken;
  title: string;
  body: string;
  replyToken: string;
  idempotencyKey?: null;
}>;

/** 匿名提出建议: only without logging in; the spent token is what a repetition is known by. */
export const postAnonymousSuggestion = command(
  'postAnonymousSuggestion',
  'anonymous:speak',
  async (tx: ServiceTx, { token, title, body, replyToken }: Request) => {
    const text = checkedSuggestion({ title, body });
    if (!text.ok) return text;
    const spent = await spendToken(tx, { purpose: 'SUGGESTION', unitGroup: everybody }, token);
    if (!spent.ok) return spent;

    const replyTokenHash = knownBy(replyToken);
    const isUsable = isReplyToken(replyToken) && !(await tx.waitingSuggestions.isReplyTokenTaken(replyTokenHash));
    if (!isUsable) return fail('REPLY_TOKEN_NOT_VALID');

    // Random through and through: an id of ours would tell the time.
    const waiting = { id: randomUUID(), filedWeek: isoWeek(localDate(tx.now)), releaseAt: releaseTime(tx.now) };
    await tx.waitingSuggestions.insert(waiting, { ...text.value, replyTokenHash });
    return ok({});
  },
);
