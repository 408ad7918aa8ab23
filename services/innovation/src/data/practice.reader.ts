import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import { branchOf, type Practice } from '../domain/practice.ts';
import { practiceTable } from './practice.table.ts';

const columns = selected(fieldsOf(practiceTable), 'p');

/** Which part of a list to read: behind that code, so many. */
export type PracticeSlice = Readonly<{ afterCode: string; limit: number }>;

/** A practice in the list of the matter that was asked about. */
type Listed = Practice & Readonly<{ issueTypeCode: string }>;

const byIds = statement<Practice>('practices-by-id', `select ${columns} from practices p where p.id = any($1)`);

const after = statement<Practice>(
  'practices-after',
  `select ${columns} from practices p where p.code > $1 order by p.code limit $2`,
);

const ofIssueTypes = statement<Listed>(
  'practices-of-issue-types',
  `select asked.code as "issueTypeCode", listed.*
   from unnest($3::text[], $4::text[]) as asked (code, branch)
   cross join lateral (
     select ${columns} from practices p
     where p.applies_to && array[asked.code, asked.branch] and p.code > $1
     order by p.code limit $2
   ) listed
   order by "issueTypeCode", listed.code`,
);

export const practiceReader = ({ rows }: Reader) => ({
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),
  page: ({ afterCode, limit }: PracticeSlice) => rows(after, [afterCode, limit]),

  /** A page of each matter's practices, those for its whole branch included. */
  ofIssueTypes: ({ afterCode, limit }: PracticeSlice, codes: readonly string[]) =>
    rows(ofIssueTypes, [afterCode, limit, codes, codes.map(branchOf)]),
});
