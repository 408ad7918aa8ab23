import { insertRow, lockedRow, updateRow } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { SupportRequest } from '../domain/support.ts';
import type { RowSeal } from './row-seal.ts';
import { supportRequestTable, type SealedSupportRequest } from './support.table.ts';

export const supportRequestRepository = (manager: EntityManager, rowSeal: RowSeal) => ({
  /** Locks the row until the transaction ends. */
  locked: async (id: string): Promise<SealedSupportRequest | null> =>
    isId(id) ? lockedRow(manager, supportRequestTable, id) : null,

  insert: async (request: SupportRequest, text: string): Promise<void> => {
    const { id } = request;
    const wrappedKey = rowSeal.newKey(id);
    const textSealed = rowSeal.under(id, wrappedKey).seal('support_requests.text_sealed', id, text);
    await insertRow(manager, supportRequestTable, { ...request, wrappedKey, textSealed, responseSealed: null });
  },

  answer: async (before: SealedSupportRequest, after: SupportRequest, response: string): Promise<void> => {
    const { id, wrappedKey } = before;
    const responseSealed = rowSeal.under(id, wrappedKey).seal('support_requests.response_sealed', id, response);
    await updateRow(manager, supportRequestTable, before, { ...before, ...after, responseSealed });
  },
});
