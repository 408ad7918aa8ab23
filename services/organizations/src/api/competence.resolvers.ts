import type { FieldsOf } from '@onevisit/subgraph';
import {
  competentOrganizations,
  competentOrganizationsOfIssueType,
} from '../app/competence/competent-organizations.ts';
import { findArea } from '../app/area/find-area.ts';
import { organizationOnRecord } from '../app/organization/find-organization.ts';
import type { Competence, CompetenceMatch } from '../domain/competence.ts';
import type { IssueTypeReference } from '../domain/issue-type.ts';
import type {
  CompetenceResolvers,
  CompetentOrganizationResolvers,
  IssueTypeResolvers,
  QueryResolvers,
} from './generated.ts';

export const competenceQueries = {
  competentOrganizations: (_, { issueTypeCode, areaCode, on }, operation) =>
    competentOrganizations(operation, { issueTypeCode, areaCode, on: on ?? null }),
} satisfies Partial<QueryResolvers>;

export const competenceFields: FieldsOf<CompetenceResolvers, Competence> = {
  organization: ({ organizationId }, _, operation) => organizationOnRecord(operation, organizationId),
  issueType: ({ issueTypeCode }) => ({ code: issueTypeCode }),
  area: ({ areaCode }, _, operation) => findArea(operation, areaCode),
};

export const competentOrganizationFields: FieldsOf<CompetentOrganizationResolvers, CompetenceMatch> = {
  organization: ({ competence }, _, operation) => organizationOnRecord(operation, competence.organizationId),
};

/** What this service adds to the issue types of the cases subgraph. */
export const issueTypeFields: FieldsOf<IssueTypeResolvers, IssueTypeReference> = {
  competentOrganizations: ({ code }, { areaCode, on }, operation) =>
    competentOrganizationsOfIssueType(operation, { issueTypeCode: code, areaCode, on: on ?? null }),
};
