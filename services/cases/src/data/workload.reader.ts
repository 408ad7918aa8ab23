import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { Case } from '../domain/case.ts';
import type { StaffMember } from '../domain/organization.ts';
import type { CasePlace } from './case.reader.ts';
import { caseTable } from './case.table.ts';
import { staffTable } from './directory.table.ts';

const open = `c.status <> 'CONCLUDED' and c.confidentiality <> 'SEALED'`;

const page = statement<Case>(
  'assigned-cases',
  `select ${selected(fieldsOf(caseTable), 'c')} from cases c
   where c.handler_id = $1 and ${open} and (c.registered_at, c.id) < ($2, $3)
   order by c.registered_at desc, c.id desc limit $4`,
);

const counts = statement<{ key: string; count: number }>(
  'assigned-case-counts',
  `select c.handler_id::text as key, count(*)::int as count from cases c
   where c.handler_id = any($1) and ${open} group by 1`,
);

const staffByIds = statement<StaffMember>(
  'staff-by-id',
  `select ${selected(fieldsOf(staffTable))} from staff where id = any($1)`,
);

// Organizations that have others below them.
const superiors = statement<{ key: string }>(
  'superiors',
  'select distinct superior_id::text as key from organizations where superior_id = any($1)',
);

export const workloadReader = ({ rows }: Reader) => ({
  page: (staffId: string, { at, id, limit }: CasePlace) => rows(page, [staffId, at, id, limit]),
  counts: (staffIds: readonly string[]) => rows(counts, [staffIds]),
  superiors: (organizationIds: readonly string[]) => rows(superiors, [organizationIds]),
  staffByIds: (ids: readonly string[]) => rows(staffByIds, [ids]),
});
