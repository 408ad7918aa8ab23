import { statement, type Reader } from '@onevisit/data';
import type { CareCount } from '../domain/care-summary.ts';

// `union` and not `union all`: a chain of superiors that bites its tail must end, too.
const counts = statement<CareCount>(
  'care-counts-of-organizations',
  `with recursive below as (
     select o.id as root, o.id from organizations o where o.id = any($1) and o.area_path @> array[$2]
     union
     select b.root, o.id from below b join organizations o on o.superior_id = b.id
   )
   select b.root as "organizationId", count(r.id)::integer as open,
     (count(r.id) filter (where r.state = 'FILED' and r.first_response_due_at <= $3))::integer as overdue
   from below b left join care_requests r on r.organization_id = b.id and r.state <> 'CLOSED'
   group by b.root`,
);

export const careSummaryReader = ({ rows }: Reader) => ({
  /** Of each organization within that area, with all below it. */
  counts: (organizationIds: readonly string[], areaCode: string, now: Date) =>
    rows(counts, [organizationIds, areaCode, now]),
});
