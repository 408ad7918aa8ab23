import { insertRow, lockedRowOrSkip } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import { shownAnonymously, type SuggestionText, type WaitingSuggestion } from '../domain/staff-suggestion.ts';
import {
  suggestionReplyTokenTable,
  waitingSuggestionTable,
  type SealedWaitingSuggestion,
} from './anonymous-door.table.ts';
import { layAnew, lockWhole } from './lay-anew.ts';
import type { RowSeal } from './row-seal.ts';
import { staffSuggestionTable, suggestionKeyTable, suggestionTextTable } from './staff-suggestion.table.ts';

const rows = { table: 'waiting_suggestions', order: 'id' } as const;

export const waitingSuggestionRepository = (manager: EntityManager, rowSeal: RowSeal) => ({
  isReplyTokenTaken: async (replyTokenHash: string): Promise<boolean> =>
    (await manager.existsBy(waitingSuggestionTable, { replyTokenHash })) ||
    (await manager.existsBy(suggestionReplyTokenTable, { replyTokenHash })),

  insert: async (
    waiting: WaitingSuggestion,
    { title, body, replyTokenHash }: SuggestionText & Readonly<{ replyTokenHash: string }>,
  ): Promise<void> => {
    await lockWhole(manager, rows.table);
    const { id } = waiting;
    const wrappedKey = rowSeal.newKey(id);
    const cells = rowSeal.under(id, wrappedKey);
    await insertRow(manager, waitingSuggestionTable, {
      ...waiting,
      wrappedKey,
      replyTokenHash,
      // Sealed for the place where they are read one day, so that they move there as they are.
      titleSealed: cells.seal('suggestion_texts.title_sealed', id, title),
      bodySealed: cells.seal('suggestion_texts.body_sealed', id, body),
    });
    await layAnew(manager, rows);
  },

  lockedOrSkip: (id: string): Promise<SealedWaitingSuggestion | null> =>
    lockedRowOrSkip(manager, waitingSuggestionTable, id),

  /** From now on it is a suggestion as any other, but for its author. */
  show: async (waiting: SealedWaitingSuggestion): Promise<void> => {
    const { id, wrappedKey, titleSealed, bodySealed, replyTokenHash } = waiting;
    await insertRow(manager, staffSuggestionTable, shownAnonymously(waiting));
    await insertRow(manager, suggestionKeyTable, { suggestionId: id, wrappedKey });
    await insertRow(manager, suggestionTextTable, { suggestionId: id, titleSealed, bodySealed });
    await insertRow(manager, suggestionReplyTokenTable, { suggestionId: id, replyTokenHash });
    await manager.delete(waitingSuggestionTable, { id });
  },
});
