import { insertRow, insertRows, lockedRow, lockedRowOrSkip, updateRow } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { CareRecord, CareRequest, NotedCareAction } from '../domain/care-request.ts';
import { careActionTable, careKeyTable, careRequestTable, careTextTable } from './care-request.table.ts';
import type { CareSeal, SealedCare } from './care-seal.ts';

export const careRequestRepository = (manager: EntityManager, careSeal: CareSeal) => ({
  /** Locks the row until the transaction ends. */
  locked: async (id: string): Promise<CareRequest | null> =>
    isId(id) ? lockedRow(manager, careRequestTable, id) : null,

  lockedOrSkip: (id: string): Promise<CareRequest | null> => lockedRowOrSkip(manager, careRequestTable, id),

  insertAll: async (records: readonly CareRecord[]): Promise<void> => {
    const keyed = records.map((record) => ({ ...record, ...newSeal(careSeal, record.request.id) }));
    await insertRows(
      manager,
      careRequestTable,
      keyed.map(({ request }) => request),
    );
    await insertRows(
      manager,
      careKeyTable,
      keyed.map(({ request: { id }, wrappedKey }) => ({ careRequestId: id, wrappedKey })),
    );
    await insertRows(
      manager,
      careTextTable,
      keyed.map(({ request: { id }, text, sealed }) => ({ careRequestId: id, textSealed: sealed.sealText(text) })),
    );
    await insertRows(
      manager,
      careActionTable,
      keyed.flatMap(({ actions, sealed }) => actions.map((action) => sealedAction(action, sealed))),
    );
  },

  update: (before: CareRequest, after: CareRequest) => updateRow(manager, careRequestTable, before, after),

  addAction: async (action: NotedCareAction): Promise<void> => {
    const { careRequestId } = action;
    const { wrappedKey } = await manager.findOneByOrFail(careKeyTable, { careRequestId });
    await insertRow(manager, careActionTable, sealedAction(action, careSeal.under(careRequestId, wrappedKey)));
  },
});

function newSeal(careSeal: CareSeal, careRequestId: string) {
  const wrappedKey = careSeal.newKey(careRequestId);
  return { wrappedKey, sealed: careSeal.under(careRequestId, wrappedKey) };
}

const sealedAction = ({ note, ...action }: NotedCareAction, sealed: SealedCare) => ({
  ...action,
  noteSealed: note === null ? null : sealed.sealNote(action.id, note),
});
