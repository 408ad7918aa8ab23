import { fieldsOf, selected, statement, type NewestFirst, type Reader } from '@onevisit/data';
import type { InnovationProject, InnovationStage, ProjectKind } from '../domain/innovation-project.ts';
import type { ProjectTimelineEntry } from '../domain/project-timeline.ts';
import { innovationProjectTable, projectTimelineTable } from './innovation-project.table.ts';

const columns = selected(fieldsOf(innovationProjectTable), 'p');

/** Which part of a list to read: behind that project, so many. */
export type ProjectSlice = Readonly<{ behind: NewestFirst; limit: number }>;

export type ProjectFilter = Readonly<{ stage: InnovationStage | null; kind: ProjectKind | null }>;

const byIds = statement<InnovationProject>(
  'projects-by-id',
  `select ${columns} from innovation_projects p where p.id = any($1)`,
);

const byCodes = statement<InnovationProject>(
  'projects-by-code',
  `select ${columns} from innovation_projects p where p.code = any($1)`,
);

const behind = statement<InnovationProject>(
  'projects-behind',
  `select ${columns} from innovation_projects p
   where (p.proposed_at, p.id) < ($1, $2) and ($4::text is null or p.stage = $4) and ($5::text is null or p.kind = $5)
   order by p.proposed_at desc, p.id desc limit $3`,
);

const ofParents = (name: string, parent: string) =>
  statement<InnovationProject>(
    name,
    `select listed.*
     from unnest($4::uuid[]) as asked (id)
     cross join lateral (
       select ${columns} from innovation_projects p
       where p.${parent} = asked.id and (p.proposed_at, p.id) < ($1, $2)
       order by p.proposed_at desc, p.id desc limit $3
     ) listed
     order by listed."proposedAt" desc, listed.id desc`,
  );

const ofOwners = ofParents('projects-of-owners', 'organization_id');
const ofCampaigns = ofParents('projects-of-campaigns', 'campaign_id');

const timelineOf = statement<ProjectTimelineEntry>(
  'timeline-of-projects',
  `select ${selected(fieldsOf(projectTimelineTable), 't')} from project_timeline t
   where t.project_id = any($1) order by t.at, t.id`,
);

export const innovationProjectReader = ({ rows }: Reader) => ({
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),
  byCodes: (codes: readonly string[]) => rows(byCodes, [codes]),

  page: ({ behind: { at, id }, limit }: ProjectSlice, { stage, kind }: ProjectFilter) =>
    rows(behind, [at, id, limit, stage, kind]),

  /** A page of each owner's projects. */
  ofOwners: ({ behind: { at, id }, limit }: ProjectSlice, organizationIds: readonly string[]) =>
    rows(ofOwners, [at, id, limit, organizationIds]),

  /** A page of each campaign's projects. */
  ofCampaigns: ({ behind: { at, id }, limit }: ProjectSlice, campaignIds: readonly string[]) =>
    rows(ofCampaigns, [at, id, limit, campaignIds]),

  timelineOf: (projectIds: readonly string[]) => rows(timelineOf, [projectIds]),
});
