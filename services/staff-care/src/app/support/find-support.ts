import { newestFirst, page, type PageRequest } from '@onevisit/data';
import { nestedQuery, query } from '@onevisit/kernel';
import { canSeeSupportRequest, supportRequestsVisibleTo } from '../../domain/support.policy.ts';
import type { SupportRequestState } from '../../domain/support.ts';
import type { ServiceRead } from '../operation.ts';

type Question = PageRequest & Readonly<{ state: SupportRequestState | null }>;

export const listSupportRequests = query(
  'support:read',
  ({ viewer, read }: ServiceRead, { first, after, state }: Question) =>
    page(
      { first, after },
      newestFirst.kinds,
      (key, limit) =>
        read.support.page({ behind: newestFirst.behind(key), limit, state }, supportRequestsVisibleTo(viewer)),
      ({ filedAt, id }) => newestFirst.keyOf({ at: filedAt, id }),
    ),
);

/** A request that the viewer may not see does not exist. */
export const findSupportRequest = nestedQuery('support:read', async ({ viewer, load }: ServiceRead, id: string) => {
  const found = await load.supportRequestById.load(id);
  return found && canSeeSupportRequest(viewer, found) ? found : null;
});

/** 基层评市局, of a year that is over. */
export const listSupportRatings = query('support-rating:read', ({ read }: ServiceRead, year: number) =>
  read.support.ratings(year),
);
