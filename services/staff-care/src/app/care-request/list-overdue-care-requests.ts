import { newestFirst, page, type PageRequest } from '@onevisit/data';
import { query } from '@onevisit/kernel';
import { overdueCareRequestsVisibleTo } from '../../domain/care-request.policy.ts';
import type { ServiceRead } from '../operation.ts';

/** Requests that nobody has responded to in time and whose requester wants the director to know. */
export const listOverdueCareRequests = query(
  'care-request:read-overdue',
  ({ viewer, read }: ServiceRead, question: PageRequest) => {
    const { areaCode } = overdueCareRequestsVisibleTo(viewer);
    return page(
      question,
      newestFirst.kinds,
      async (key, limit) =>
        areaCode === null ? [] : read.careRequests.overduePage({ behind: newestFirst.behind(key), limit }, areaCode),
      ({ overdueSince, id }) => newestFirst.keyOf({ at: overdueSince, id }),
    );
  },
);
