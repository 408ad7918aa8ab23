import { ok, type Result } from '@onevisit/kernel';
import { checkedText } from './sealed-text.ts';
import type { SuggestionText } from './staff-suggestion.ts';

const longestTitle = 100;

type TextRefusal = 'TITLE_EMPTY' | 'TITLE_TOO_LONG' | 'BODY_EMPTY' | 'BODY_TOO_LONG';

/** A title and a body that say something and are not too long. */
export function checkedSuggestion({ title, body }: SuggestionText): Result<SuggestionText, TextRefusal> {
  const checkedTitle = checkedText('TITLE', title, longestTitle);
  if (!checkedTitle.ok) return checkedTitle;
  const checkedBody = checkedText('BODY', body);
  return checkedBody.ok ? ok({ title, body }) : checkedBody;
}
