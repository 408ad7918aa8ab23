import { statement, type Reader } from '@onevisit/data';

/** 在办量: matters and terms, never people. */
export type Caseload = Readonly<{ key: string; open: number; dueWithin7Days: number; overdue: number }>;

const counts = `
  count(distinct c.id) filter (where c.status <> 'CONCLUDED')::int as "open",
  count(distinct c.id) filter (where c.status <> 'CONCLUDED' and c.next_due_at > $2 and c.next_due_at <= $3)::int
    as "dueWithin7Days",
  count(distinct c.id) filter (where c.status <> 'CONCLUDED' and c.is_overdue)::int as "overdue"`;

// Sealed cases are in no count. Open ones only: what is concluded never enters the ranges that are read.
const open = `c.status <> 'CONCLUDED' and c.confidentiality <> 'SEALED'`;

const ofOrganizations = statement<Caseload>(
  'caseload-of-organizations',
  `with recursive tree (root, id) as (
     select id, id from unnest($1::uuid[]) as asked (id)
     union
     select tree.root, o.id from tree join organizations o on o.superior_id = tree.id)
   select tree.root::text as key, ${counts}
   from tree join lateral (
     select * from cases c where c.responsible_organization_id = tree.id and ${open}
     union all
     select * from cases c where c.receiving_organization_id = tree.id and ${open}) c on true
   group by tree.root`,
);

const ofCampaigns = statement<Caseload>(
  'caseload-of-campaigns',
  `select c.campaign_id::text as key, ${counts} from cases c where c.campaign_id = any($1) and ${open} group by 1`,
);

const ofTaskForces = statement<Caseload>(
  'caseload-of-task-forces',
  `select c.task_force_id::text as key, ${counts} from cases c where c.task_force_id = any($1) and ${open} group by 1`,
);

type Horizon = Readonly<{ from: Date; until: Date }>;

export const caseloadReader = ({ rows }: Reader) => ({
  ofOrganizations: (ids: readonly string[], { from, until }: Horizon) => rows(ofOrganizations, [ids, from, until]),
  ofCampaigns: (ids: readonly string[], { from, until }: Horizon) => rows(ofCampaigns, [ids, from, until]),
  ofTaskForces: (ids: readonly string[], { from, until }: Horizon) => rows(ofTaskForces, [ids, from, until]),
});
