import { command, fail, ok } from '@onevisit/kernel';
import { checkedSuggestion } from '../../domain/suggestion-text.ts';
import { newStaffSuggestion, type SuggestionRoute } from '../../domain/staff-suggestion.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{ route: SuggestionRoute; title: string; body: string; idempotencyKey: string }>;

/** 提出干部建议, under one's own name. */
export const postStaffSuggestion = command(
  'postStaffSuggestion',
  'suggestion:post',
  async (tx: ServiceTx, { route, title, body }: Request) => {
    const author = await tx.staff.find(tx.viewer.id);
    if (!author) return fail('AUTHOR_NOT_ON_STAFF');

    const text = checkedSuggestion({ title, body });
    if (!text.ok) return text;

    const suggestion = newStaffSuggestion({
      id: tx.newId(),
      route,
      authorId: author.id,
      organizationId: author.organizationId,
      filedAt: tx.now,
    });
    await tx.suggestions.insert(suggestion, text.value);
    return ok({ suggestionId: suggestion.id });
  },
);
