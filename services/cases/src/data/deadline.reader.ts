import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { DeadlineKind } from '@onevisit/calendar';
import type { Deadline, DeadlineState } from '../domain/deadline.ts';
import { deadlineTable } from './deadline.table.ts';

const columns = selected(fieldsOf(deadlineTable), 'd');

/** Whose terms a list is about: one organization, those of an area, or those of a task force's cases. */
export type DeadlineOwners =
  Readonly<{ organizationId: string }> | Readonly<{ areaCode: string }> | Readonly<{ taskForceId: string }>;

export type DeadlineConditions = Readonly<{
  state: DeadlineState | null;
  kind: DeadlineKind | null;
  organizationId: string | null;
  dueOnOrBefore: string | null;
}>;

export type DeadlinePlace = Readonly<{ dueAt: Date; id: string; limit: number }>;

const page = (owner: string): string => `
  select ${columns} from deadlines d join cases c on c.id = d.case_id
  where ${owner} and c.confidentiality <> 'SEALED' and d.responsible_organization_id is not null
    and (d.due_at, d.id) > ($2, $3)
    and ($5::text is null or d.state = $5) and ($6::text is null or d.kind = $6)
    and ($7::uuid is null or d.responsible_organization_id = $7) and ($8::date is null or d.due_on <= $8)
  order by d.due_at, d.id limit $4`;

const ofOrganization = statement<Deadline>('deadlines-of-organization', page('d.responsible_organization_id = $1'));
const ofArea = statement<Deadline>(
  'deadlines-of-area',
  page(`d.responsible_organization_id in (select o.id from organizations o where o.area_path @> array[$1::text])`),
);
const ofTaskForce = statement<Deadline>('deadlines-of-task-force', page('c.task_force_id = $1'));

export const deadlineReader = ({ rows }: Reader) => ({
  page: (owners: DeadlineOwners, conditions: DeadlineConditions, { dueAt, id, limit }: DeadlinePlace) => {
    const { state, kind, organizationId, dueOnOrBefore } = conditions;
    const rest = [dueAt, id, limit, state, kind, organizationId, dueOnOrBefore];
    if ('organizationId' in owners) return rows(ofOrganization, [owners.organizationId, ...rest]);
    if ('areaCode' in owners) return rows(ofArea, [owners.areaCode, ...rest]);
    return rows(ofTaskForce, [owners.taskForceId, ...rest]);
  },
});
