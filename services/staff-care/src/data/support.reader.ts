import { fieldsOf, selected, statement, type NewestFirst, type Reader } from '@onevisit/data';
import type { DueRow } from '@onevisit/events';
import type { SupportRating } from '../domain/support-rating.ts';
import type { VisibleSupportRequests } from '../domain/support.policy.ts';
import type { OpenedSupportRequest, SupportRequestState } from '../domain/support.ts';
import type { RowSeal } from './row-seal.ts';
import { supportRequestTable, type SealedSupportRequest } from './support.table.ts';

type Page = Readonly<{ behind: NewestFirst; limit: number; state: SupportRequestState | null }>;

const columns = selected(fieldsOf(supportRequestTable), 'r');

const byIds = statement<SealedSupportRequest>(
  'support-requests-by-id',
  `select ${columns} from support_requests r where r.id = any($1)`,
);

const visible = statement<SealedSupportRequest>(
  'support-requests-visible',
  `select ${columns} from support_requests r
   where (r.filed_at, r.id) < ($1, $2) and ($4::text is null or r.state = $4)
     and ($5::boolean or $6::uuid in (r.from_organization_id, r.to_section_id))
   order by r.filed_at desc, r.id desc limit $3`,
);

const ratings = statement<SupportRating>(
  'support-ratings',
  `select section_id as "sectionId", year, level, counties from support_ratings where year = $1 order by section_id`,
);

const yearsToClose = statement<DueRow>(
  'support-rating-years-to-close',
  `select id, closes_at as "dueAt" from support_rating_years
   where closed_at is null and closes_at <= $1 order by closes_at, id limit $2`,
);

export const supportReader = ({ rows }: Reader, rowSeal: RowSeal) => {
  const opened = (sealed: SealedSupportRequest): OpenedSupportRequest => {
    const { wrappedKey, textSealed, responseSealed, ...request } = sealed;
    const cells = rowSeal.under(request.id, wrappedKey);
    return {
      ...request,
      text: cells.open('support_requests.text_sealed', request.id, textSealed),
      response:
        responseSealed === null ? null : cells.open('support_requests.response_sealed', request.id, responseSealed),
    };
  };
  return {
    byIds: async (ids: readonly string[]) => (await rows(byIds, [ids])).map(opened),

    page: async ({ behind: { at, id }, limit, state }: Page, { seesAll, organizationId }: VisibleSupportRequests) =>
      (await rows(visible, [at, id, limit, state, seesAll, organizationId])).map(opened),

    ratings: (year: number) => rows(ratings, [year]),

    /** Years that are over by now and not counted. */
    yearsToClose: (now: Date, limit: number) => rows(yearsToClose, [now, limit]),
  };
};
