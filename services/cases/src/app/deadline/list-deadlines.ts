import { page, type PageRequest } from '@onevisit/data';
import type { DeadlineKind } from '@onevisit/calendar';
import { hasRole, isId, query, seededId, type Viewer } from '@onevisit/kernel';
import type { DeadlineOwners } from '../../data/deadline.reader.ts';
import type { Deadline, DeadlineState } from '../../domain/deadline.ts';
import { areaPathOf } from '../../domain/organization.ts';
import { behind } from '../worklist/list-worklist.ts';
import type { ServiceRead } from '../operation.ts';

export type DeadlineFilter = Readonly<{
  state?: DeadlineState | null | undefined;
  kind?: DeadlineKind | null | undefined;
  organizationId?: string | null | undefined;
  dueOnOrBefore?: string | null | undefined;
}>;

/** Terms that organizations within the viewer's scope owe, the one that ends first first. */
export const listDeadlines = query(
  'deadline:read',
  ({ viewer, read }: ServiceRead, { filter, ...request }: PageRequest & Readonly<{ filter: DeadlineFilter }>) => {
    // What is no id at all is nobody's.
    const isNobodys = typeof filter.organizationId === 'string' && !isId(filter.organizationId);
    const owners = isNobodys ? null : ownersOf(viewer);
    const conditions = {
      state: filter.state ?? null,
      kind: filter.kind ?? null,
      organizationId: filter.organizationId ?? null,
      dueOnOrBefore: filter.dueOnOrBefore ?? null,
    };
    return page<Deadline>(
      request,
      ['number', 'string'],
      async (after, limit) => (owners ? read.deadlines.page(owners, conditions, { ...behind(after), limit }) : []),
      ({ dueAt, id }) => [dueAt.getTime(), id],
    );
  },
);

function ownersOf(viewer: Viewer): DeadlineOwners | null {
  const { areaCode, organizationId, taskForceCode } = viewer;
  if (hasRole(viewer, 'DIRECTOR', 'SUPERVISOR'))
    return areaCode ? { areaCode: areaPathOf(areaCode)[0] ?? areaCode } : null;
  if (hasRole(viewer, 'BUREAU', 'CHIEF')) return areaCode ? { areaCode: areaCode.slice(0, 6) } : null;
  if (hasRole(viewer, 'TASK_FORCE_LEAD'))
    return taskForceCode ? { taskForceId: seededId('task-force', taskForceCode) } : null;
  return organizationId ? { organizationId } : null;
}
