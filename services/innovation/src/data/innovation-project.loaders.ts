import { manyByParent, oneById, perArguments } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { ProjectSlice } from './innovation-project.reader.ts';
import type { Readers } from './index.ts';

export const innovationProjectLoaders = ({ projects }: Readers) => ({
  projectById: oneById(
    async (ids) => projects.byIds(ids.filter(isId)),
    ({ id }) => id,
  ),
  projectByCode: oneById(
    async (codes) => projects.byCodes(codes),
    ({ code }) => code,
  ),
  projectsOfOwner: perArguments((slice: ProjectSlice) =>
    manyByParent(
      async (organizationIds) => projects.ofOwners(slice, organizationIds.filter(isId)),
      ({ organizationId }) => organizationId,
    ),
  ),
  projectsOfCampaign: perArguments((slice: ProjectSlice) =>
    manyByParent(
      async (campaignIds) => projects.ofCampaigns(slice, campaignIds.filter(isId)),
      ({ campaignId }) => campaignId ?? '',
    ),
  ),
  timelineOfProject: manyByParent(projects.timelineOf, ({ projectId }) => projectId),
});
