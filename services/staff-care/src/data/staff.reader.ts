import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { StaffRole } from '@onevisit/kernel';
import type { Staff } from '../domain/staff.ts';
import { staffTable } from './staff.table.ts';

const columns = selected(fieldsOf(staffTable), 's');

/** Where a list of staff goes on: behind that number of that organization. */
export type StaffPlace = Readonly<{ organizationId: string; number: number }>;

export type StaffPage = Readonly<{ after: StaffPlace | null; limit: number }>;

export type StaffFilter = Readonly<{ organizationId: string | null; role: StaffRole | null }>;

const firstPlace: StaffPlace = { organizationId: '00000000-0000-0000-0000-000000000000', number: 0 };

const byIds = statement<Staff>('staff-by-id', `select ${columns} from staff s where s.id = any($1)`);

const pageWhere = (condition: string): string =>
  `select ${columns} from staff s
   where (s.organization_id, s.number) > ($1, $2) and ($4::text is null or s.roles @> array[$4]) ${condition}
   order by s.organization_id, s.number limit $3`;

// Two texts and not one condition, so that each walks the index in the order of the page.
const everywhere = statement<Staff>('staff-after', pageWhere(''));
const inOrganization = statement<Staff>('staff-of-one-organization', pageWhere('and s.organization_id = $5'));

const ofOrganizations = statement<Staff>(
  'staff-of-organizations',
  `select listed.*
   from unnest($3::uuid[]) as asked (id)
   cross join lateral (
     select ${columns} from staff s where s.organization_id = asked.id and s.number > $1 order by s.number limit $2
   ) listed
   order by listed."organizationId", listed.number`,
);

const ofTaskForces = statement<Staff>(
  'staff-of-task-forces',
  `select ${columns} from staff s where s.task_force_id = any($1) order by s.organization_id, s.number`,
);

export const staffReader = ({ rows }: Reader) => ({
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),

  page: ({ after, limit }: StaffPage, { organizationId, role }: StaffFilter) => {
    const place = after ?? firstPlace;
    const values = [place.organizationId, place.number, limit, role];
    return organizationId === null ? rows(everywhere, values) : rows(inOrganization, [...values, organizationId]);
  },

  /** A page of each organization's staff, behind that number. */
  ofOrganizations: (page: Readonly<{ afterNumber: number; limit: number }>, organizationIds: readonly string[]) =>
    rows(ofOrganizations, [page.afterNumber, page.limit, organizationIds]),

  ofTaskForces: (taskForceIds: readonly string[]) => rows(ofTaskForces, [taskForceIds]),
});
