import { fieldsOf, selected, statement, type NewestFirst, type Reader } from '@onevisit/data';
import type { DueRow } from '@onevisit/events';
import type { CareSubject } from '../domain/care-request.policy.ts';
import type { CareRequest, CareRequestState, NotedCareAction, OverdueCareRequest } from '../domain/care-request.ts';
import {
  careActionTable,
  careRequestTable,
  type CareKey,
  type SealedCareAction,
  type SealedCareText,
} from './care-request.table.ts';
import type { CareSeal } from './care-seal.ts';

/** A request with the areas that its requester's unit lies in: they decide who sees it. */
export type PlacedCareRequest = CareRequest & CareSubject;

/** What the requester wrote, opened. */
export type CareText = Readonly<{ careRequestId: string; text: string }>;

type Page = Readonly<{ behind: NewestFirst; limit: number; state: CareRequestState | null }>;
type Visible = Readonly<{ requesterId: string; areaCode: string | null }>;

const placed = `
  select ${selected(fieldsOf(careRequestTable), 'r')}, coalesce(o.area_path, '{}') as "areaPath"
  from care_requests r left join organizations o on o.id = r.organization_id`;

const byIds = statement<PlacedCareRequest>('care-requests-by-id', `${placed} where r.id = any($1)`);

const pageWhere = (condition: string): string =>
  `${placed}
   where (r.filed_at, r.id) < ($1, $2) and ($4::text is null or r.state = $4) and ${condition}
   order by r.filed_at desc, r.id desc limit $3`;

// Two texts and not one condition, so that the requester's own list walks an index of its own.
const own = statement<PlacedCareRequest>('care-requests-of-requester', pageWhere('r.requester_id = $5'));
const docket = statement<PlacedCareRequest>(
  'care-requests-of-area',
  pageWhere('(r.requester_id = $5 or o.area_path @> array[$6])'),
);

const withoutFirstResponse = statement<DueRow>(
  'care-requests-without-first-response',
  `select id, first_response_due_at as "dueAt" from care_requests
   where state = 'FILED' and overdue_since is null and first_response_due_at <= $1
   order by first_response_due_at, id limit $2`,
);

const overdue = statement<OverdueCareRequest>(
  'overdue-care-requests',
  `select r.id, r.overdue_since as "overdueSince"
   from care_requests r join organizations o on o.id = r.organization_id
   where (r.overdue_since, r.id) < ($1, $2) and r.state = 'FILED' and r.tells_director and o.area_path @> array[$4]
   order by r.overdue_since desc, r.id desc limit $3`,
);

const texts = statement<SealedCareText & CareKey>(
  'care-texts',
  `select t.care_request_id as "careRequestId", t.text_sealed as "textSealed", k.wrapped_key as "wrappedKey"
   from care_texts t join care_keys k on k.care_request_id = t.care_request_id
   where t.care_request_id = any($1)`,
);

const actions = statement<SealedCareAction & CareKey>(
  'care-actions',
  `select ${selected(fieldsOf(careActionTable), 'a')}, k.wrapped_key as "wrappedKey"
   from care_actions a join care_keys k on k.care_request_id = a.care_request_id
   where a.care_request_id = any($1)
   order by a.at, a.id`,
);

export const careRequestReader = ({ rows }: Reader, careSeal: CareSeal) => ({
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),

  page: ({ behind: { at, id }, limit, state }: Page, { requesterId, areaCode }: Visible) => {
    const values = [at, id, limit, state, requesterId];
    return areaCode === null ? rows(own, values) : rows(docket, [...values, areaCode]);
  },

  /** Whose first response is due by now and not given, the longest overdue first. */
  withoutFirstResponse: (now: Date, limit: number) => rows(withoutFirstResponse, [now, limit]),

  /** Of that area, where the requester wants the director to know. */
  overduePage: ({ behind: { at, id }, limit }: Omit<Page, 'state'>, areaCode: string) =>
    rows(overdue, [at, id, limit, areaCode]),

  texts: async (ids: readonly string[]): Promise<readonly CareText[]> =>
    (await rows(texts, [ids])).map(({ careRequestId, wrappedKey, textSealed }) => ({
      careRequestId,
      text: careSeal.under(careRequestId, wrappedKey).openText(textSealed),
    })),

  actionsOf: async (ids: readonly string[]): Promise<readonly NotedCareAction[]> =>
    (await rows(actions, [ids])).map(({ wrappedKey, noteSealed, ...action }) => ({
      ...action,
      note:
        noteSealed === null ? null : careSeal.under(action.careRequestId, wrappedKey).openNote(action.id, noteSealed),
    })),
});
