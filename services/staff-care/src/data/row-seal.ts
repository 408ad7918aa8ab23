import { newDataKey, open, seal, unwrapKey, wrapKey, type Cell, type KeyRing } from '@onevisit/vault';

/** Seals and opens the cells of rows that hang on one row with a key of its own. */
export type RowSeal = Readonly<{
  /** A key for a new row, wrapped as it is stored. */
  newKey: (rowId: string) => string;
  /** What that key opens. What was sealed for one cell opens in no other. */
  under: (rowId: string, wrappedKey: string) => SealedCells;
}>;

export type SealedCells = Readonly<{
  seal: (column: Cell['column'], rowId: string, text: string) => string;
  open: (column: Cell['column'], rowId: string, sealed: string) => string;
}>;

export const createRowSeal = (ring: KeyRing): RowSeal => ({
  newKey: (rowId) => wrapKey(ring, rowId, newDataKey()),
  under: (rowId, wrappedKey) => {
    const key = unwrapKey(ring, rowId, wrappedKey);
    return {
      seal: (column, cellRowId, text) => seal(key, { column, rowId: cellRowId }, text),
      open: (column, cellRowId, sealed) => open(key, { column, rowId: cellRowId }, sealed),
    };
  },
});
