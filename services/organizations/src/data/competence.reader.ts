import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { Competence } from '../domain/competence.ts';
import { branchOf } from '../domain/issue-type.ts';
import { competenceTable } from './competence.table.ts';
import { inForceOn } from './validity.ts';

const columns = selected(fieldsOf(competenceTable), 'c');

/** A competence that covers matters of the asked-for issue type, and the path of the asked-for area. */
export type Covering = Competence & Readonly<{ askedCode: string; areaPath: readonly string[] }>;

const covering = statement<Covering>(
  'competences-covering',
  `select asked.code as "askedCode", area.path as "areaPath", ${columns}
   from areas area
   cross join unnest($2::text[], $3::text[]) as asked (code, branch)
   join competences c on c.issue_type_code in (asked.code, asked.branch)
     and c.area_code = any(area.path) and ${inForceOn('$4', 'c')}
   where area.code = $1`,
);

const ofOrganizations = statement<Competence>(
  'competences-by-organization',
  `select ${columns} from competences c
   where c.organization_id = any($1) and ${inForceOn('$2', 'c')}
   order by c.issue_type_code, c.area_code, c.priority`,
);

export type PlaceAndDay = Readonly<{ areaCode: string; day: string }>;

export const competenceReader = ({ rows }: Reader) => ({
  /** `isMatching` (domain/competence.ts) as a filter. */
  covering: ({ areaCode, day }: PlaceAndDay, issueTypeCodes: readonly string[]) =>
    rows(covering, [areaCode, issueTypeCodes, issueTypeCodes.map(branchOf), day]),

  ofOrganizations: (organizationIds: readonly string[], day: string) => rows(ofOrganizations, [organizationIds, day]),
});
