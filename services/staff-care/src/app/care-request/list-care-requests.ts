import { newestFirst, page, type PageRequest } from '@onevisit/data';
import { query } from '@onevisit/kernel';
import { careRequestsVisibleTo } from '../../domain/care-request.policy.ts';
import type { CareRequestState } from '../../domain/care-request.ts';
import type { ServiceRead } from '../operation.ts';

type Question = PageRequest & Readonly<{ state: CareRequestState | null }>;

/** Requests of the viewer's own, and the docket of a care officer; newest first. */
export const listCareRequests = query(
  'care-request:read',
  ({ viewer, read }: ServiceRead, { first, after, state }: Question) =>
    page(
      { first, after },
      newestFirst.kinds,
      (key, limit) =>
        read.careRequests.page({ behind: newestFirst.behind(key), limit, state }, careRequestsVisibleTo(viewer)),
      ({ filedAt, id }) => newestFirst.keyOf({ at: filedAt, id }),
    ),
);
