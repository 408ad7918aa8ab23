import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { Organization, OrganizationKind } from '../domain/organization.ts';
import { organizationTable } from './organization.table.ts';
import { inForceOn } from './validity.ts';

const columns = selected(fieldsOf(organizationTable), 'o');

/** An organization in the list of the area or superior that was asked about. */
export type Listed = Organization & Readonly<{ parent: string }>;

/** Which part of each list to read: behind that code, so many, in force that day. */
export type OrganizationPage = Readonly<{ afterCode: string; limit: number; day: string }>;

type KindFilter = Readonly<{ kind: OrganizationKind | null }>;

const byIds = statement<Organization>(
  'organizations-by-id',
  `select ${columns} from organizations o where o.id = any($1)`,
);

const byCodes = statement<Organization>(
  'organizations-by-code',
  `select ${columns} from organizations o where o.code = any($1)`,
);

const after = statement<Organization>(
  'organizations-after',
  `select ${columns} from organizations o
   where o.code > $1 and ${inForceOn('$3', 'o')} and ($4::text is null or o.kind = $4)
   order by o.code limit $2`,
);

const underAreas = (ofKind: string): string =>
  `select asked.code as parent, listed.*
   from unnest($4::text[]) as asked (code)
   cross join lateral (
     select ${columns}
     from organization_areas a join organizations o on o.id = a.organization_id
     where a.area_code = asked.code ${ofKind} and a.organization_code > $1 and ${inForceOn('$3', 'o')}
     order by a.organization_code limit $2
   ) listed
   order by parent, listed.code`;

// Two texts and not one condition, so that each walks an index in the order of the page.
const underAreasOfAnyKind = statement<Listed>('organizations-under-areas', underAreas(''));
const underAreasOfKind = statement<Listed>('organizations-of-kind-under-areas', underAreas('and a.kind = $5'));

const subordinatesOf = statement<Listed>(
  'organizations-by-superior',
  `select asked.id as parent, listed.*
   from unnest($4::uuid[]) as asked (id)
   cross join lateral (
     select ${columns} from organizations o
     where o.superior_id = asked.id and o.code > $1 and ${inForceOn('$3', 'o')}
     order by o.code limit $2
   ) listed
   order by parent, listed.code`,
);

export const organizationReader = ({ rows }: Reader) => ({
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),
  byCodes: (codes: readonly string[]) => rows(byCodes, [codes]),

  page: ({ afterCode, limit, day, kind }: OrganizationPage & KindFilter) => rows(after, [afterCode, limit, day, kind]),

  /** A page of each area's organizations, those of the areas below it included. */
  underAreas: ({ afterCode, limit, day, kind }: OrganizationPage & KindFilter, areaCodes: readonly string[]) =>
    kind
      ? rows(underAreasOfKind, [afterCode, limit, day, areaCodes, kind])
      : rows(underAreasOfAnyKind, [afterCode, limit, day, areaCodes]),

  /** A page of each superior's subordinates. */
  subordinatesOf: ({ afterCode, limit, day }: OrganizationPage, superiorIds: readonly string[]) =>
    rows(subordinatesOf, [afterCode, limit, day, superiorIds]),
});
