import type { FieldsOf } from '@onevisit/subgraph';
import { practicesOfIssueType } from '../app/practice/list-practices.ts';
import { projectsOfCampaign, projectsOfOrganization } from '../app/project/list-projects.ts';
import type { WithCode, WithId } from '../domain/reference.ts';
import type { CampaignResolvers, IssueTypeResolvers, OrganizationResolvers } from './generated.ts';

export const organizationFields: FieldsOf<OrganizationResolvers, WithId> = {
  __resolveReference: ({ id }) => ({ id }),
  innovationProjects: ({ id }, { first, after }, operation) =>
    projectsOfOrganization(operation, { organizationId: id, first, after }),
};

export const campaignFields: FieldsOf<CampaignResolvers, WithId> = {
  __resolveReference: ({ id }) => ({ id }),
  innovationProjects: ({ id }, { first, after }, operation) =>
    projectsOfCampaign(operation, { campaignId: id, first, after }),
};

export const issueTypeFields: FieldsOf<IssueTypeResolvers, WithCode> = {
  __resolveReference: ({ code }) => ({ code }),
  practices: ({ code }, { first, after }, operation) =>
    practicesOfIssueType(operation, { issueTypeCode: code, first, after }),
};
