import { isPublic, nestedQuery } from '@onevisit/kernel';
import { canSeeSuggestion } from '../../domain/staff-suggestion.policy.ts';
import type { StaffSuggestion, SuggestionText, WrittenMessage } from '../../domain/staff-suggestion.ts';
import type { ServiceRead } from '../operation.ts';

/** A suggestion that the viewer may not see does not exist. */
export const findSuggestion = nestedQuery('suggestion:read', async ({ viewer, load, now }: ServiceRead, id: string) => {
  const found = await load.suggestionById.load(id);
  return found && canSeeSuggestion(viewer, found, now) ? found : null;
});

/** What the author wrote; of suggestions that were found for this viewer, and of no others. */
export async function openSuggestionText({ load }: ServiceRead, { id }: StaffSuggestion): Promise<SuggestionText> {
  const opened = await load.textOfSuggestion.load(id);
  if (opened === null) throw new Error(`suggestion without text: ${id}`);
  return opened;
}

export const decisionOfSuggestion = ({ load }: ServiceRead, { id }: StaffSuggestion) =>
  load.decisionOfSuggestion.load(id);

export const actionsOfSuggestion = ({ load }: ServiceRead, { id }: StaffSuggestion) =>
  load.actionsOfSuggestion.load(id);

/** 续谈: an author's words come before the other after a while; who holds the reply token sees them at once. */
export async function messagesOfSuggestion(
  { viewer, load, now }: ServiceRead,
  { id }: StaffSuggestion,
): Promise<readonly WrittenMessage[]> {
  const messages = await load.messagesOfSuggestion.load(id);
  return messages.filter(({ shownAt }) => isPublic(viewer) || shownAt <= now);
}
