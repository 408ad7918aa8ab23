import type { Viewer } from '@onevisit/kernel';
import type { Databases } from './databases.ts';
import { namesOfStaff, organizationsOf, type Organization } from './parents.ts';
import { edges, named, quoted } from './text.ts';
import { scopeOf } from './viewer-sight.ts';

type Row = Readonly<{
  id: string;
  no: string;
  title: string;
  status: string;
  at: string;
  responsible: string | null;
  handler: string | null;
}>;
type Event = Readonly<{ caseId: string; type: string; at: string }>;

const text = (condition: string): string => `
  select c.id, c.case_no as no, c.title, c.status, c.registered_at as at, c.responsible_organization_id as responsible,
    c.handler_id as handler
  from case_scope s join cases c on c.id = s.case_id
  where s.scope = $1 ${condition}
  order by s.registered_at desc, s.case_id desc limit 21`;

const page = { name: 'page', text: text('') };
const pageInStatus = { name: 'page-in-status', text: text('and s.status = $2') };

const timelines = {
  name: 'timelines',
  text: `select e.* from unnest($1::uuid[]) as asked (id) cross join lateral (
      select case_id as "caseId", type, at from case_events
      where case_id = asked.id and visibility <> 'SEALED' order by seq desc limit 3) e`,
};

type Variables = Readonly<{ filter: Readonly<{ status: string }> | null }>;

export async function listCases(databases: Databases, viewer: Viewer, { filter }: Variables): Promise<string> {
  const scope = scopeOf(viewer);
  const found = await (filter
    ? databases.cases<Row>(pageInStatus, [scope, filter.status])
    : databases.cases<Row>(page, [scope]));
  const rows = found.slice(0, 20);
  const [events, organizations, staff] = await Promise.all([
    databases.cases<Event>(timelines, [rows.map(({ id }) => id)]),
    organizationsOf(
      databases,
      rows.map(({ responsible }) => responsible),
    ),
    namesOfStaff(
      databases,
      rows.map(({ handler }) => handler),
    ),
  ]);
  const eventsOf = Map.groupBy(events, ({ caseId }) => caseId);
  const nodes = rows.map((row) => {
    const timeline = (eventsOf.get(row.id) ?? []).map(({ type, at }) => `{"type":"${type}","at":"${at}"}`);
    return (
      `{"id":"${row.id}","caseNo":"${row.no}","title":${quoted(row.title)},"status":"${row.status}",` +
      `"registeredAt":"${row.at}","responsibleOrganization":${withSuperior(organizations.get(row.responsible))},` +
      `"handler":${named(staff.get(row.handler), 'displayName')},"timeline":${edges(timeline)}}`
    );
  });
  const list = edges(nodes).slice(0, -1);
  return `{"data":{"cases":${list},"pageInfo":{"hasNextPage":${found.length > rows.length}}}}}`;
}

const withSuperior = (organization: Organization | undefined): string =>
  organization ? `{"name":${quoted(organization.name)},"superior":${named(organization.superior)}}` : 'null';
