import type { Viewer } from '@onevisit/kernel';
import type { Databases } from './databases.ts';
import { namesOfStaff, organizationsOf } from './parents.ts';
import { named, quoted } from './text.ts';
import { scopeOf } from './viewer-sight.ts';

type Row = Readonly<{ no: string; title: string; status: string; responsible: string | null; handler: string | null }>;

const byId = {
  name: 'case',
  text: `select case_no as no, title, status, responsible_organization_id as responsible, handler_id as handler
    from cases where id = $1 and exists (select 1 from case_scope where scope = $2 and case_id = $1)`,
};

export async function oneCase(databases: Databases, viewer: Viewer, { id }: Readonly<{ id: string }>): Promise<string> {
  const [row] = await databases.cases<Row>(byId, [id, scopeOf(viewer)]);
  if (!row) return '{"data":{"case":null}}';
  const [organizations, staff] = await Promise.all([
    organizationsOf(databases, [row.responsible]),
    namesOfStaff(databases, [row.handler]),
  ]);
  return (
    `{"data":{"case":{"caseNo":"${row.no}","title":${quoted(row.title)},"status":"${row.status}",` +
    `"responsibleOrganization":${named(organizations.get(row.responsible)?.name)},` +
    `"handler":${named(staff.get(row.handler), 'displayName')}}}}`
  );
}
