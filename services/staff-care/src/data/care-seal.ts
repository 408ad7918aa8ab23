import { newDataKey, open, seal, unwrapKey, wrapKey, type Cell, type KeyRing } from '@onevisit/vault';

/** Seals and opens the texts of care requests (困难需求): the only place of this service that touches keys. */
export type CareSeal = Readonly<{
  /** A key for a new request, wrapped as it is stored. */
  newKey: (careRequestId: string) => string;
  /** What that key opens. */
  under: (careRequestId: string, wrappedKey: string) => SealedCare;
}>;

/** The texts of one request. What was sealed for one place opens in no other. */
export type SealedCare = Readonly<{
  sealText: (text: string) => string;
  openText: (sealed: string) => string;
  sealNote: (actionId: string, note: string) => string;
  openNote: (actionId: string, sealed: string) => string;
}>;

export const createCareSeal = (ring: KeyRing): CareSeal => ({
  newKey: (careRequestId) => wrapKey(ring, careRequestId, newDataKey()),
  under: (careRequestId, wrappedKey) => {
    const key = unwrapKey(ring, careRequestId, wrappedKey);
    return {
      sealText: (text) => seal(key, textCell(careRequestId), text),
      openText: (sealed) => open(key, textCell(careRequestId), sealed),
      sealNote: (actionId, note) => seal(key, noteCell(actionId), note),
      openNote: (actionId, sealed) => open(key, noteCell(actionId), sealed),
    };
  },
});

const textCell = (rowId: string): Cell => ({ column: 'care_texts.text_sealed', rowId });
const noteCell = (rowId: string): Cell => ({ column: 'care_actions.note_sealed', rowId });
