import { insertRow, insertRows, lockedRow, updateRow } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type {
  ExplainedDecision,
  StaffSuggestion,
  SuggestionAction,
  SuggestionText,
  WrittenAction,
  WrittenMessage,
} from '../domain/staff-suggestion.ts';
import { suggestionMessageTable, suggestionReplyTokenTable } from './anonymous-door.table.ts';
import type { RowSeal, SealedCells } from './row-seal.ts';
import {
  staffSuggestionTable,
  suggestionActionTable,
  suggestionDecisionTable,
  suggestionKeyTable,
  suggestionTextTable,
} from './staff-suggestion.table.ts';

export const staffSuggestionRepository = (manager: EntityManager, rowSeal: RowSeal) => {
  const sealOf = async (suggestionId: string): Promise<SealedCells> => {
    const { wrappedKey } = await manager.findOneByOrFail(suggestionKeyTable, { suggestionId });
    return rowSeal.under(suggestionId, wrappedKey);
  };
  return {
    /** Locks the row until the transaction ends. */
    locked: async (id: string): Promise<StaffSuggestion | null> =>
      isId(id) ? lockedRow(manager, staffSuggestionTable, id) : null,

    insert: async (suggestion: StaffSuggestion, { title, body }: SuggestionText): Promise<void> => {
      const { id } = suggestion;
      const wrappedKey = rowSeal.newKey(id);
      const cells = rowSeal.under(id, wrappedKey);
      await insertRow(manager, staffSuggestionTable, suggestion);
      await insertRow(manager, suggestionKeyTable, { suggestionId: id, wrappedKey });
      await insertRow(manager, suggestionTextTable, {
        suggestionId: id,
        titleSealed: cells.seal('suggestion_texts.title_sealed', id, title),
        bodySealed: cells.seal('suggestion_texts.body_sealed', id, body),
      });
    },

    update: (before: StaffSuggestion, after: StaffSuggestion) =>
      updateRow(manager, staffSuggestionTable, before, after),

    addDecision: async ({ explanation, ...decision }: ExplainedDecision, actions: readonly WrittenAction[]) => {
      const cells = await sealOf(decision.suggestionId);
      const explanationSealed = cells.seal('suggestion_decisions.explanation_sealed', decision.id, explanation);
      await insertRow(manager, suggestionDecisionTable, { ...decision, explanationSealed });
      await insertRows(
        manager,
        suggestionActionTable,
        actions.map(({ text, ...action }) => ({
          ...action,
          textSealed: cells.seal('suggestion_actions.text_sealed', action.id, text),
        })),
      );
    },

    /** The suggestion that its author knows by this token. */
    idByReplyToken: async (replyTokenHash: string): Promise<string | null> =>
      (await manager.findOneBy(suggestionReplyTokenTable, { replyTokenHash }))?.suggestionId ?? null,

    addMessage: async ({ text, ...message }: WrittenMessage): Promise<void> => {
      const cells = await sealOf(message.suggestionId);
      const textSealed = cells.seal('suggestion_messages.text_sealed', message.id, text);
      await insertRow(manager, suggestionMessageTable, { ...message, textSealed });
    },

    actionsOf: (suggestionId: string): Promise<readonly SuggestionAction[]> =>
      manager.findBy(suggestionActionTable, { suggestionId }),

    completeAction: async (action: SuggestionAction, doneAt: Date): Promise<void> => {
      const before = await manager.findOneByOrFail(suggestionActionTable, { id: action.id });
      await updateRow(manager, suggestionActionTable, before, { ...before, doneAt });
    },
  };
};
