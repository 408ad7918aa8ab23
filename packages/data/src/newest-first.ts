import { isId } from '@onevisit/kernel';
import { BadCursorError, type Cursor, type CursorKinds } from './cursor.ts';

/** Where a list that begins with the newest goes on: behind that instant, and behind that id among equals. */
export type NewestFirst = Readonly<{ at: Date; id: string }>;

const top: NewestFirst = { at: new Date('9999-12-31T00:00:00Z'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
const kinds: CursorKinds = ['number', 'id'];

/** The sort key of lists ordered by `at desc, id desc`; read them with `(at, id) < ($1, $2)`. */
export const newestFirst = {
  kinds,
  keyOf: ({ at, id }: NewestFirst): Cursor => [at.getTime(), id],
  behind: (key: Cursor | null): NewestFirst => (key ? placeOf(key) : top),
};

function placeOf([time, id]: Cursor): NewestFirst {
  const at = new Date(Number(time));
  const isPlace = typeof id === 'string' && isId(id) && at <= top.at && at.getTime() >= 0;
  if (!isPlace) throw new BadCursorError('cursor');
  return { at, id };
}
