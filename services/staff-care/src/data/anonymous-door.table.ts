import { defineTable } from '@onevisit/data';
import type { AnonymousKey } from '../domain/anonymous-token.ts';
import type { SuggestionMessage, WaitingSuggestion } from '../domain/staff-suggestion.ts';

export type SealedAnonymousKey = AnonymousKey & Readonly<{ wrappedKey: string; privateSealed: string }>;

export const anonymousKeyTable = defineTable<SealedAnonymousKey>('anonymous_keys', {
  id: 'uuid',
  purpose: 'text',
  month: 'text',
  unitGroup: 'text',
  publicKey: 'text',
  wrappedKey: 'text',
  privateSealed: 'text',
});

/** An anonymous suggestion as it lies in the database until it is shown: sealed, and without a time of its own. */
export type SealedWaitingSuggestion = WaitingSuggestion &
  Readonly<{ wrappedKey: string; titleSealed: string; bodySealed: string; replyTokenHash: string }>;

export const waitingSuggestionTable = defineTable<SealedWaitingSuggestion>('waiting_suggestions', {
  id: 'uuid',
  filedWeek: 'text',
  releaseAt: 'instant',
  wrappedKey: 'text',
  titleSealed: 'text',
  bodySealed: 'text',
  replyTokenHash: 'text',
});

export type SuggestionReplyToken = Readonly<{ suggestionId: string; replyTokenHash: string }>;

export const suggestionReplyTokenTable = defineTable<SuggestionReplyToken>(
  'suggestion_reply_tokens',
  { suggestionId: 'uuid', replyTokenHash: 'text' },
  ['suggestionId'],
);

export type SealedMessage = SuggestionMessage & Readonly<{ textSealed: string }>;

export const suggestionMessageTable = defineTable<SealedMessage>('suggestion_messages', {
  id: 'uuid',
  suggestionId: 'uuid',
  sender: 'text',
  textSealed: 'text',
  shownAt: 'instant',
});
