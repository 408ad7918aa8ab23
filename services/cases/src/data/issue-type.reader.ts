import { statement, type Reader } from '@onevisit/data';
import type { IssueType } from '../domain/issue-type.ts';

const columns = `code, parent_code as "parentCode", name, english_name as "englishName",
  lead_function as "leadFunction", legal_routes as "legalRoutes"`;

// There are fewer than a hundred: who asks for one soon asks for its neighbours.
const all = statement<IssueType>('issue-types', `select ${columns} from issue_types order by code`);

export const issueTypeReader = ({ rows }: Reader) => ({
  all: () => rows(all, []),
});
