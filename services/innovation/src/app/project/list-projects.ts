import { newestFirst, page, type Cursor, type PageRequest } from '@onevisit/data';
import { nestedQuery, query } from '@onevisit/kernel';
import type { InnovationProject, InnovationStage, ProjectKind } from '../../domain/innovation-project.ts';
import type { ServiceRead } from '../operation.ts';

type Question = PageRequest & Readonly<{ stage: InnovationStage | null; kind: ProjectKind | null }>;

/** Projects, the newest proposal first. */
export const listProjects = query('project:read', ({ read }: ServiceRead, { stage, kind, ...request }: Question) =>
  page(
    request,
    newestFirst.kinds,
    (key, limit) => read.projects.page({ behind: newestFirst.behind(key), limit }, { stage, kind }),
    keyOf,
  ),
);

/** The projects that an organization itself answers for. */
export const projectsOfOrganization = nestedQuery(
  'project:read',
  ({ load }: ServiceRead, { organizationId, ...request }: PageRequest & Readonly<{ organizationId: string }>) =>
    page(
      request,
      newestFirst.kinds,
      (key, limit) => load.projectsOfOwner({ behind: newestFirst.behind(key), limit }).load(organizationId),
      keyOf,
    ),
);

/** The projects that belong to a campaign. */
export const projectsOfCampaign = nestedQuery(
  'project:read',
  ({ load }: ServiceRead, { campaignId, ...request }: PageRequest & Readonly<{ campaignId: string }>) =>
    page(
      request,
      newestFirst.kinds,
      (key, limit) => load.projectsOfCampaign({ behind: newestFirst.behind(key), limit }).load(campaignId),
      keyOf,
    ),
);

const keyOf = ({ proposedAt, id }: InnovationProject): Cursor => newestFirst.keyOf({ at: proposedAt, id });
