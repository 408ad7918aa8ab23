import type { FieldsOf } from '@onevisit/subgraph';
import { findIssueType, listIssueTypes } from '../app/issue-type/list-issue-types.ts';
import type { IssueType } from '../domain/issue-type.ts';
import type { IssueTypeResolvers, QueryResolvers } from './generated.ts';

export const issueTypeQueries = {
  issueTypes: (_, { parentCode }, operation) => listIssueTypes(operation, parentCode ?? null),
} satisfies Partial<QueryResolvers>;

export const issueTypeFields: FieldsOf<IssueTypeResolvers, IssueType> = {
  __resolveReference: ({ code }, operation) => findIssueType(operation, code),
  parent: ({ parentCode }, _, operation) => (parentCode === null ? null : findIssueType(operation, parentCode)),
  children: ({ code }, _, operation) => listIssueTypes(operation, code),
};
