import type { Viewer } from '@onevisit/kernel';
import type { Databases } from './databases.ts';
import { namesOfStaff } from './parents.ts';
import { edges, named, quoted } from './text.ts';

type Bureau = Readonly<{ area: string; id: string; name: string }>;
type Force = Readonly<{
  campaignId: string;
  code: string;
  officialName: string;
  forceId: string | null;
  forceCode: string | null;
  leadId: string | null;
}>;
type Load = Readonly<{ key: string; open: number; overdue: number }>;
type Project = Readonly<{ parent: string; code: string; title: string; stage: string }>;
type Care = Readonly<{ id: string; open: number }>;

const bureaus = {
  name: 'bureaus',
  text: `select a.name as area, o.id, o.name from areas a
    join organization_areas x on x.area_code = a.code and x.kind = 'PETITION_BUREAU'
    join organizations o on o.id = x.organization_id
    where a.code = $1 and o.valid_from <= $2 and (o.valid_to is null or o.valid_to >= $2)
    order by x.organization_code limit 10`,
};

const campaigns = {
  name: 'campaigns',
  text: `select c.id as "campaignId", c.code, c.official_name as "officialName", t.id as "forceId",
      t.code as "forceCode", t.lead_id as "leadId"
    from (select * from campaigns order by code limit 7) c
    left join campaign_task_forces j on j.campaign_id = c.id left join task_forces t on t.id = j.task_force_id
    order by c.code, t.code`,
};

const open = `status <> 'CONCLUDED' and confidentiality <> 'SEALED'`;
const loadsOfOrganizations = {
  name: 'loads-of-organizations',
  text: `with recursive tree (root, id) as (
      select id, id from unnest($1::uuid[]) as asked (id)
      union select tree.root, o.id from tree join organizations o on o.superior_id = tree.id)
    select root::text as key, count(distinct c.id)::int as open,
      count(distinct c.id) filter (where c.is_overdue)::int as overdue
    from tree join lateral (
      select id, is_overdue from cases where responsible_organization_id = tree.id and ${open}
      union all select id, is_overdue from cases where receiving_organization_id = tree.id and ${open}) c on true
    group by root`,
};

const loadsOfMarks = {
  name: 'loads-of-marks',
  text: `select campaign_id::text as key, count(*)::int as open, count(*) filter (where is_overdue)::int as overdue
    from cases where campaign_id = any($1) and ${open} group by 1
    union all
    select task_force_id::text, count(*)::int, 0 from cases where task_force_id = any($2) and ${open} group by 1`,
};

const care = {
  name: 'care',
  text: `with recursive below as (
      select o.id as root, o.id from organizations o where o.id = any($1) and o.area_path @> array[$2]
      union select b.root, o.id from below b join organizations o on o.superior_id = b.id)
    select b.root as id, count(r.id)::int as open
    from below b left join care_requests r on r.organization_id = b.id and r.state <> 'CLOSED' group by b.root`,
};

const projects = {
  name: 'projects',
  text: `select p.* from unnest($1::uuid[]) as asked (id) cross join lateral (
      select organization_id::text as parent, code, title, stage from innovation_projects
      where organization_id = asked.id order by proposed_at desc, id desc limit 3) p
    union all
    select p.* from unnest($2::uuid[]) as asked (id) cross join lateral (
      select campaign_id::text as parent, code, title, stage from innovation_projects
      where campaign_id = asked.id order by proposed_at desc, id desc limit 3) p`,
};

const fewest = 5;

export async function overview(databases: Databases, viewer: Viewer, { area }: Readonly<{ area: string }>) {
  const [offices, forces] = await Promise.all([
    databases.organizations<Bureau>(bureaus, [area, dayInShanghai()]),
    databases.organizations<Force>(campaigns, []),
  ]);
  const officeIds = offices.map(({ id }) => id);
  const campaignIds = [...new Set(forces.map(({ campaignId }) => campaignId))];
  const forceIds = [...new Set(forces.map(({ forceId }) => forceId))].filter((id) => id !== null);
  const [ofOffices, ofMarks, careCounts, allProjects, leads] = await Promise.all([
    databases.cases<Load>(loadsOfOrganizations, [officeIds]),
    databases.cases<Load>(loadsOfMarks, [campaignIds, forceIds]),
    databases.staffCare<Care>(care, [officeIds, viewer.areaCode]),
    databases.innovation<Project>(projects, [officeIds, campaignIds]),
    namesOfStaff(
      databases,
      forces.map(({ leadId }) => leadId),
    ),
  ]);
  const loads = new Map([...ofOffices, ...ofMarks].map((load) => [load.key, load]));
  const cares = new Map(careCounts.map(({ id, open: count }) => [id, count]));
  const projectsOf = Map.groupBy(allProjects, ({ parent }) => parent);

  const officeNodes = offices.map(({ id, name }) => {
    const count = cares.get(id);
    const summary = count === undefined ? 'null' : `{"open":${count >= fewest ? count : 'null'}}`;
    const own = (projectsOf.get(id) ?? []).map(({ title, stage }) => `{"title":${quoted(title)},"stage":"${stage}"}`);
    return `{"name":${quoted(name)},"caseload":${load(loads.get(id))},"careSummary":${summary},"innovationProjects":${edges(own)}}`;
  });
  const campaignNodes = [...Map.groupBy(forces, ({ campaignId }) => campaignId)].map(([id, [first, ...rest]]) => {
    const own = (projectsOf.get(id) ?? []).map(({ code, stage }) => `{"code":"${code}","stage":"${stage}"}`);
    const carriers = [first, ...rest].flatMap((force) =>
      force?.forceId
        ? `{"code":"${force.forceCode}","lead":${named(leads.get(force.leadId), 'displayName')},` +
          `"caseload":{"open":${loads.get(force.forceId)?.open ?? 0}}}`
        : [],
    );
    return (
      `{"code":${quoted(first?.code)},"officialName":${quoted(first?.officialName)},"caseload":${load(loads.get(id))},` +
      `"taskForces":[${carriers.join()}],"innovationProjects":${edges(own)}}`
    );
  });
  return (
    `{"data":{"area":{"name":${quoted(offices[0]?.area)},"organizations":${edges(officeNodes)}},` +
    `"campaigns":${edges(campaignNodes)}}}`
  );
}

const load = (counted: Load | undefined): string => `{"open":${counted?.open ?? 0},"overdue":${counted?.overdue ?? 0}}`;

const dayInShanghai = (): string => Temporal.Now.plainDateISO('Asia/Shanghai').toString();
