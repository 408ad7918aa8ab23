import { newestFirst, page, type PageRequest } from '@onevisit/data';
import { nestedQuery } from '@onevisit/kernel';
import type { Case } from '../../domain/case.ts';
import { canReadWorkload } from '../../domain/case.policy.ts';
import type { ServiceRead } from '../operation.ts';

/** 在办事项 of one member of staff: for oneself and one's direct leader only. */
export const assignedCases = nestedQuery(
  'case:read',
  async (read: ServiceRead, { staffId, ...request }: PageRequest & Readonly<{ staffId: string }>) => {
    if (!(await mayRead(read, staffId))) return null;
    return page<Case>(
      request,
      newestFirst.kinds,
      async (after, limit) =>
        read.load.cases.remember(await read.read.workloads.page(staffId, { ...newestFirst.behind(after), limit })),
      ({ registeredAt, id }) => newestFirst.keyOf({ at: registeredAt, id }),
    );
  },
);

export const assignedCaseCount = nestedQuery('case:read', async (read: ServiceRead, staffId: string) =>
  (await mayRead(read, staffId)) ? ((await read.load.assignedCaseCount.load(staffId))?.count ?? 0) : null,
);

async function mayRead({ viewer, load }: ServiceRead, staffId: string): Promise<boolean> {
  if (viewer.id === staffId) return true;
  const member = await load.staff.load(staffId);
  return member !== null && canReadWorkload(viewer, member);
}
