import { isId } from '@onevisit/kernel';

/** The client sent a cursor that this list never gave out. */
export class BadCursorError extends Error {
  override readonly name = 'BadCursorError';
}

export type Cursor = readonly (string | number)[];

/**
 * What kind each part of a list's sort key is. A part of another kind is refused here, since the database would fail
 * over it: `integer` has 32 bits, `number` is one that JavaScript counts exactly.
 */
export type CursorKinds = readonly CursorKind[];

type CursorKind = 'string' | 'number' | 'integer' | 'id';

const version = 1;

/** Opaque to clients: the sort key of a row. It opens nothing; every page is read within the viewer's scope. */
export const encodeCursor = (key: Cursor): string =>
  Buffer.from(JSON.stringify([version, ...key])).toString('base64url');

/** The sort key, with exactly the kinds of parts that the list sorts by; null where the first page is asked for. */
export function decodeCursor(text: string | null | undefined, kinds: CursorKinds): Cursor | null {
  if (text === null || text === undefined) return null;
  const [given, ...key] = parsed(text);
  const fits = given === version && key.length === kinds.length && kinds.every((kind, at) => isOfKind[kind](key[at]));
  if (!fits) throw new BadCursorError('cursor');
  return key as Cursor;
}

const isOfKind: Readonly<Record<CursorKind, (part: unknown) => boolean>> = {
  string: (part) => typeof part === 'string' && part.isWellFormed() && !part.includes('\0'),
  number: (part) => typeof part === 'number' && Math.abs(part) <= Number.MAX_SAFE_INTEGER,
  integer: (part) => typeof part === 'number' && (part | 0) === part,
  id: (part) => typeof part === 'string' && isId(part),
};

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
