import { manyByParent, oneById } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Readers } from './index.ts';

export const staffSuggestionLoaders = ({ suggestions }: Readers) => ({
  suggestionById: oneById(
    async (ids) => suggestions.byIds(ids.filter(isId)),
    ({ id }) => id,
  ),
  textOfSuggestion: oneById(suggestions.texts, ({ suggestionId }) => suggestionId),
  decisionOfSuggestion: oneById(suggestions.lastDecisions, ({ suggestionId }) => suggestionId),
  messagesOfSuggestion: manyByParent(suggestions.messagesOf, ({ suggestionId }) => suggestionId),
  actionsOfSuggestion: manyByParent(suggestions.actionsOf, ({ suggestionId }) => suggestionId),
});
