import { query } from '@onevisit/kernel';
import { knownBy } from '../../data/index.ts';
import type { ServiceRead } from '../operation.ts';

/** 匿名建议, for who holds its reply token. */
export const findAnonymousSuggestion = query(
  'anonymous:speak',
  async ({ read, load }: ServiceRead, replyToken: string) => {
    const id = await read.suggestions.idByReplyToken(knownBy(replyToken));
    return id === null ? null : load.suggestionById.load(id);
  },
);
