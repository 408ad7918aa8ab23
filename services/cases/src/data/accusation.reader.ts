import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { AccusationHandover, IntakeItem } from '../domain/accusation.ts';
import { accusationHandoverTable } from './handover.table.ts';

export type IntakePlace = Readonly<{ dueAt: Date; id: string; limit: number }>;

// A matter is never in the docket of who is spoken of in it.
const page = statement<IntakeItem>(
  'accusation-intake',
  `select d.id, c.id as "caseId", c.case_no as "caseNo", t.receipt_no as "receiptNo", t.received_at as "receivedAt",
     d.kind as "waitsFor", d.due_at as "dueAt", d.due_on as "dueOn",
     exists (select 1 from accusation_handovers h where h.case_id = c.id and h.state = 'PROPOSED') as "isProposed",
     not exists (select 1 from case_parties p where p.case_id = c.id and p.kind <> 'ANONYMOUS') as "isAnonymous"
   from deadlines d
   join cases c on c.id = d.case_id and c.confidentiality = 'SEALED'
   join contacts t on t.case_id = c.id and t.ordinal = 1
   where d.responsible_organization_id = $1 and d.state = any($2) and d.kind = any($3)
     and (d.kind = 'HANDOVER' and c.status = 'REGISTERED'
       or d.kind = 'HANDOVER_ACK' and c.status = 'HANDED_OVER' and d.state = 'RUNNING')
     and not exists (select 1 from case_respondents r where r.case_id = c.id and r.organization_id = $1)
     and (d.due_at, d.id) > ($4, $5)
   order by d.due_at, d.id limit $6`,
);

const byIds = statement<AccusationHandover>(
  'accusation-handovers-by-id',
  `select ${selected(fieldsOf(accusationHandoverTable))} from accusation_handovers where id = any($1)`,
);

export const accusationReader = ({ rows }: Reader) => ({
  /** What an organization has to hand over or to acknowledge, the term that ends first first. */
  intake: (organizationId: string, kinds: readonly IntakeItem['waitsFor'][], { dueAt, id, limit }: IntakePlace) =>
    rows(page, [organizationId, ['RUNNING', 'BREACHED'], kinds, dueAt, id, limit]),
  handoversByIds: (ids: readonly string[]) => rows(byIds, [ids]),
});
