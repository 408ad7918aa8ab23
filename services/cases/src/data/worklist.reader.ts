import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { Case } from '../domain/case.ts';
import type { WorklistBucket } from '../domain/worklist.ts';
import { caseTable } from './case.table.ts';

const columns = selected(fieldsOf(caseTable), 'c');

/** Whose worklist it is: $1 scope, $2 organization, $3 staff. */
export type WorklistOwner = Readonly<{ scope: string | null; organizationId: string | null; staffId: string }>;

export type WorklistPlace = Readonly<{ dueAt: Date; id: string; limit: number }>;

const inScope = 'exists (select 1 from case_scope s where s.scope = $1 and s.case_id = c.id)';
const ownOrganization = 'c.responsible_organization_id = $2::uuid';

/** What waits in each bucket. */
const predicates: Readonly<Record<WorklistBucket, string>> = {
  TO_REFER: `c.status = 'REGISTERED' and c.responsible_organization_id is null
    and c.ruling_organization_id is null and ${inScope}`,
  TO_RULE_OBJECTION: `c.status = 'OBJECTED' and exists (
    select 1 from objections o join referrals r on r.id = o.referral_id
    where o.case_id = c.id and o.ruling is null and r.from_organization_id = $2::uuid)`,
  TO_RULE_COMPETENCE: `c.status = 'REGISTERED' and c.ruling_organization_id = $2::uuid`,
  TO_ADMIT: `c.status in ('REFERRED', 'REGISTERED') and ${ownOrganization}`,
  TO_NOTIFY: `c.status <> 'CONCLUDED' and ${ownOrganization} and exists (
    select 1 from admission_decisions a where a.case_id = c.id and a.notice_delivered_at is null and not exists (
      select 1 from admission_decisions b where b.case_id = c.id and b.decided_at > a.decided_at))`,
  TO_RULE_CONTEST: `c.status = 'NOT_ADMITTED' and ${inScope} and exists (
    select 1 from contests t join admission_decisions a on a.id = t.admission_id
    where t.case_id = c.id and t.state = 'PENDING' and a.organization_id is distinct from $2::uuid)`,
  TO_ASSIGN_HANDLER: `c.status = 'ADMITTED' and ${ownOrganization}`,
  TO_HANDLE: `c.status = 'IN_HANDLING' and c.handler_id = $3::uuid`,
  TO_SIGN: `c.status = 'IN_HANDLING' and ${ownOrganization} and exists (
    select 1 from handling_opinions o where o.case_id = c.id and o.state = 'DRAFT')`,
  TO_DELIVER: `c.status = 'REPLIED' and ${ownOrganization}`,
  TO_EXECUTE: `c.status = 'EXECUTING' and exists (
    select 1 from execution_items e where e.case_id = c.id and e.obligor_organization_id = $2::uuid
      and e.state in ('OPEN', 'DEFAULTED', 'DISPUTED'))`,
  TO_VERIFY: `c.status = 'EXECUTING' and ${inScope} and exists (
    select 1 from execution_items e where e.case_id = c.id and e.obligor_organization_id <> $2::uuid
      and e.state in ('REPORTED', 'DISPUTED'))`,
  OVERDUE: `c.is_overdue and c.status <> 'CONCLUDED' and ${inScope}`,
};

const bucketNames = Object.keys(predicates) as readonly WorklistBucket[];

/** Behind every term: where a case stands that has none. */
export const withoutTerm = new Date('9999-12-31T00:00:00Z');
const due = `coalesce(c.next_due_at, '9999-12-31T00:00:00Z'::timestamptz)`;

export const worklistReader = ({ rows }: Reader) => ({
  /** What waits in these buckets, the term that ends first first. */
  page: (
    buckets: readonly WorklistBucket[],
    { scope, organizationId, staffId }: WorklistOwner,
    { dueAt, id, limit }: WorklistPlace,
  ) => {
    const read = statement<Case>(
      // The server cuts a name after 63 bytes, so it is made of places and not of words.
      `worklist:${buckets.map((bucket) => bucketNames.indexOf(bucket)).join('+')}`,
      // The three owners are named in every text, so that each has its type whichever of them the buckets use.
      `select ${columns} from cases c
       where ($1::text, $2::uuid, $3::uuid) is distinct from (null, null, null) and c.confidentiality <> 'SEALED'
         and (${buckets.map((bucket) => `(${predicates[bucket]})`).join(' or ')})
         and (${due}, c.id) > ($4, $5)
       order by ${due}, c.id limit $6`,
    );
    return rows(read, [scope, organizationId, staffId, dueAt, id, limit]);
  },
});
