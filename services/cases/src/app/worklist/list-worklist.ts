import { BadCursorError, page, type Cursor, type CursorKinds, type PageRequest } from '@onevisit/data';
import { isId, query } from '@onevisit/kernel';
import { withoutTerm } from '../../data/worklist.reader.ts';
import type { Case } from '../../domain/case.ts';
import { scopeOf } from '../../domain/case.policy.ts';
import { bucketsOf, type WorklistBucket } from '../../domain/worklist.ts';
import type { ServiceRead } from '../operation.ts';

const kinds: CursorKinds = ['number', 'string'];
const nobody = '00000000-0000-0000-0000-000000000000';

/** What waits for the viewer, the term that ends first first; of a bucket that never waits for the role, nothing. */
export const listWorklist = query(
  'worklist:read',
  (
    { viewer, read, load }: ServiceRead,
    { bucket, ...request }: PageRequest & Readonly<{ bucket: WorklistBucket | null }>,
  ) => {
    const buckets = bucketsOf(viewer).filter((each) => bucket === null || each === bucket);
    const owner = { scope: scopeOf(viewer), organizationId: viewer.organizationId, staffId: viewer.id };
    return page<Case>(
      request,
      kinds,
      async (after, limit) =>
        buckets.length === 0
          ? []
          : load.cases.remember(await read.worklists.page(buckets, owner, { ...behind(after), limit })),
      ({ nextDueAt, id }) => [(nextDueAt ?? withoutTerm).getTime(), id],
    );
  },
);

/** Lists ordered by `due, id`: the first page begins before every term. */
export function behind(key: Cursor | null): Readonly<{ dueAt: Date; id: string }> {
  if (key === null) return { dueAt: new Date(0), id: nobody };
  const [time, id] = key;
  const dueAt = new Date(Number(time));
  if (typeof id !== 'string' || !isId(id) || Number.isNaN(dueAt.getTime())) throw new BadCursorError('cursor');
  return { dueAt, id };
}
