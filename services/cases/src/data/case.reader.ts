import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { Case, CaseCategory, CaseStatus, CaseUrgency } from '../domain/case.ts';
import type { Sight } from '../domain/case.policy.ts';
import type { DeadlineState } from '../domain/deadline.ts';
import { caseTable } from './case.table.ts';

const columns = selected(fieldsOf(caseTable), 'c');

/** The rule of `canSeeCase` in SQL; $2 to $5 are a Sight. A sealed case has no scope. */
const visible = `(
  c.id = $3::uuid
  or exists (select 1 from case_scope s where s.scope = any($2) and s.case_id = c.id)
  or (c.confidentiality = 'SEALED' and (c.registered_by = $4::uuid or $5::boolean)))`;

const byIds = statement<Case>('cases-by-id', `select ${columns} from cases c where c.id = any($1) and ${visible}`);
const byNumbers = statement<Case>(
  'cases-by-number',
  `select ${columns} from cases c where c.case_no = any($1) and ${visible}`,
);

const sightValues = ({ scopes, caseId, staffId, seesSealed }: Sight) => [scopes, caseId, staffId, seesSealed];

/** By what a list of cases is narrowed, in the terms of the columns. */
export type CaseConditions = Readonly<{
  statuses?: readonly CaseStatus[];
  deadlineState?: DeadlineState;
  responsibleOrganizationId?: string;
  handlerId?: string;
  issueTypeCode?: string;
  category?: CaseCategory;
  areaCode?: string;
  urgency?: CaseUrgency;
}>;

type ConditionName = keyof CaseConditions;

/** Each condition as SQL over `s` (case_scope) and `c` (cases); `?` is its value. */
const conditionSql: Readonly<Record<ConditionName, string>> = {
  statuses: 's.status = any(?)',
  deadlineState: 'exists (select 1 from deadlines d where d.case_id = s.case_id and d.state = ?)',
  responsibleOrganizationId: 'c.responsible_organization_id = ?',
  handlerId: 'c.handler_id = ?',
  issueTypeCode: `(c.issue_type_code = ? or c.issue_type_code like ? || '_')`,
  category: 'c.category = ?',
  areaCode: `c.area_code like ?`,
  urgency: 'c.urgency = ?',
};

const conditionNames = Object.keys(conditionSql) as readonly ConditionName[];

/** The conditions that are asked for, as one text and its values; the text depends on nothing but their names. */
function narrowed(conditions: CaseConditions, firstPlace: number) {
  const asked = conditionNames.filter((name) => conditions[name] !== undefined);
  const text = asked.map((name, at) => ` and ${conditionSql[name].replaceAll('?', `$${firstPlace + at}`)}`).join('');
  // The server cuts a name after 63 bytes, so it is made of places and not of words.
  const name = asked.map((each) => conditionNames.indexOf(each)).join('+');
  return { name, text, values: asked.map((each) => conditions[each]) };
}

export type CasePlace = Readonly<{ at: Date; id: string; limit: number }>;

const countedUpTo = 1_001;

export const caseReader = ({ rows }: Reader) => ({
  byIds: (ids: readonly string[], sight: Sight) => rows(byIds, [ids, ...sightValues(sight)]),
  byNumbers: (numbers: readonly string[], sight: Sight) => rows(byNumbers, [numbers, ...sightValues(sight)]),

  /** One page of a scope, newest first: an ordered range of one index. */
  page: (scope: string, conditions: CaseConditions, { at, id, limit }: CasePlace) => {
    const { name, text, values } = narrowed(conditions, 5);
    const read = statement<Case>(
      `cases-page:${name}`,
      `select ${columns} from case_scope s join cases c on c.id = s.case_id
       where s.scope = $1 and (s.registered_at, s.case_id) < ($2, $3)${text}
       order by s.registered_at desc, s.case_id desc limit $4`,
    );
    return rows(read, [scope, at, id, limit, ...values]);
  },

  /** How many there are, counted up to 1,001 and no further. */
  count: async (scope: string, conditions: CaseConditions): Promise<number> => {
    const { name, text, values } = narrowed(conditions, 2);
    const read = statement<{ count: number }>(
      `cases-count:${name}`,
      `select count(*)::int as count from (
         select 1 from case_scope s join cases c on c.id = s.case_id
         where s.scope = $1${text} limit ${countedUpTo}) counted`,
    );
    const [row] = await rows(read, [scope, ...values]);
    return row?.count ?? 0;
  },
});
