import { decodeCursor, encodeCursor, type Cursor, type CursorKinds } from './cursor.ts';

/** The asked-for size is outside 1 to 100. */
export class BadPageSizeError extends Error {
  override readonly name = 'BadPageSizeError';
}

export const largestPage = 100;

/** What a list is asked for; `after` is the cursor of the last row that the client has. */
export type PageRequest = Readonly<{ first: number; after?: string | null | undefined }>;

/** One page as a Relay connection. */
export type Page<Row> = Readonly<{
  edges: readonly Readonly<{ cursor: string; node: Row }>[];
  pageInfo: Readonly<{ hasNextPage: boolean; endCursor: string | null }>;
}>;

/** Reads one page: `rowsAfter` gets the sort key to start behind and how many rows to read (one more than asked for). */
export async function page<Row>(
  request: PageRequest,
  kinds: CursorKinds,
  rowsAfter: (after: Cursor | null, limit: number) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Cursor,
): Promise<Page<Row>> {
  const first = checkedSize(request.first);
  return pageOf(await rowsAfter(decodeCursor(request.after, kinds), first + 1), first, keyOf);
}

/** Cuts rows that were read one beyond the page's size. */
export function pageOf<Row>(rows: readonly Row[], first: number, keyOf: (row: Row) => Cursor): Page<Row> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

export function checkedSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > largestPage) throw new BadPageSizeError('first');
  return first;
}
