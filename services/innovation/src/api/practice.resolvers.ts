import type { FieldsOf } from '@onevisit/subgraph';
import { findPractice } from '../app/practice/find-practice.ts';
import { listPractices, listPracticesOfIssueType } from '../app/practice/list-practices.ts';
import type { Practice } from '../domain/practice.ts';
import type { PracticeResolvers, QueryResolvers } from './generated.ts';

export const practiceQueries = {
  practices: (_, { first, after, issueTypeCode }, operation) =>
    issueTypeCode
      ? listPracticesOfIssueType(operation, { first, after, issueTypeCode })
      : listPractices(operation, { first, after }),
} satisfies Partial<QueryResolvers>;

export const practiceFields: FieldsOf<PracticeResolvers, Practice> = {
  __resolveReference: ({ id }, operation) => findPractice(operation, id),
  origin: ({ organizationId }) => ({ id: organizationId }),
  appliesTo: ({ appliesTo }) => appliesTo.map((code) => ({ code })),
};
