import { decrypt, encrypt } from './cipher.ts';
import type { DataKey } from './data-key.ts';
import { BrokenSealError } from './errors.ts';
import { subKey } from './sub-key.ts';

/** Where a sealed value is kept. It opens nowhere else. */
export type Cell = Readonly<{
  /** `case_parties.identity_sealed`: a name in the code, never a value. */
  column: `${string}.${string}`;
  rowId: string;
}>;

const version = 'v1.';

/** `v1.<iv>.<tag>.<ciphertext>`: a text that only its data key opens, and only in its cell. */
export function seal(dataKey: DataKey, cell: Cell, text: string): string {
  // Half a surrogate pair would come back as another character.
  if (!text.isWellFormed()) throw new RangeError('a text to be sealed has half a surrogate pair');
  return `${version}${encrypt(subKey(dataKey, purpose(cell)), bound(cell), Buffer.from(text))}`;
}

/** The text exactly as it was sealed. */
export function open(dataKey: DataKey, cell: Cell, sealed: string): string {
  const isEnvelope = sealed.startsWith(version);
  const bytes = isEnvelope ? decrypt(subKey(dataKey, purpose(cell)), bound(cell), sealed.slice(version.length)) : null;
  if (!bytes) throw new BrokenSealError(cell.column);
  return bytes.toString();
}

/** Seals plain data: what JSON can hold. */
export const sealJson = (dataKey: DataKey, cell: Cell, value: object): string =>
  seal(dataKey, cell, JSON.stringify(value));

/** The data as it was sealed. The seal vouches that it has the type that the cell is given in the code. */
export const openJson = (dataKey: DataKey, cell: Cell, sealed: string): unknown =>
  JSON.parse(open(dataKey, cell, sealed));

const purpose = ({ column }: Cell): string => `seal/${column}`;
const bound = ({ column, rowId }: Cell): string => `${column}\0${rowId}`;
