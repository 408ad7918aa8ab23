import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { ChainHead } from '@onevisit/evidence';
import type { AuditAnchor } from '../domain/audit-anchor.ts';
import type { CaseEvent } from '../domain/case-event.ts';
import { auditAnchorTable } from './audit-anchor.table.ts';
import { caseEventTable } from './case-event.table.ts';
import { rowsFromJson } from './json-rows.ts';

/** All that is known of one chain: its events, where its case says that it ends, and where it was anchored. */
export type StoredChain = Readonly<{
  caseId: string;
  /** Null where the case itself is gone. */
  caseNo: string | null;
  isSealed: boolean;
  lastSeq: number;
  lastHash: string | null;
  anchored: readonly ChainHead[];
  events: readonly CaseEvent[];
}>;

type ChainRow = Omit<StoredChain, 'events'> & Readonly<{ events: readonly object[] }>;

const chainColumns = `
  k.case_id as "caseId", c.case_no as "caseNo", coalesce(c.confidentiality = 'SEALED', false) as "isSealed",
  coalesce(c.last_seq, 0) as "lastSeq", c.last_hash as "lastHash",
  (select coalesce(jsonb_agg(jsonb_build_object('caseId', h.case_id, 'seq', h.seq, 'hash', h.hash) order by h.seq), '[]')
   from audit_anchor_heads h where h.case_id = k.case_id) as "anchored",
  (select coalesce(jsonb_agg(to_jsonb(e) order by e.seq), '[]')
   from case_events e where e.case_id = k.case_id) as "events"`;

const one = statement<ChainRow>(
  'chain-of-case',
  `select ${chainColumns} from (select $1::uuid as case_id) k join cases c on c.id = k.case_id`,
);

// A case that somebody deleted is still among the anchored, or among the events.
const several = statement<ChainRow>(
  'chains',
  `select ${chainColumns} from (
     (select id as case_id from cases where id > $1 order by id limit $2)
     union (select case_id from audit_anchor_heads where case_id > $1 group by case_id order by case_id limit $2)
     union (select case_id from case_events where case_id > $1 group by case_id order by case_id limit $2)
     order by case_id limit $2
   ) k left join cases c on c.id = k.case_id order by k.case_id`,
);

const anchorColumns = selected(fieldsOf(auditAnchorTable));
const newest = statement<AuditAnchor>(
  'audit-anchors-newest',
  `select ${anchorColumns} from audit_anchors where date < $1 order by date desc limit $2`,
);
const oldest = statement<AuditAnchor>(
  'audit-anchors-oldest',
  `select ${anchorColumns} from audit_anchors where date > $1 order by date limit $2`,
);
const headsOf = statement<ChainHead>(
  'audit-anchor-heads',
  `select case_id as "caseId", seq, hash from audit_anchor_heads where date = $1`,
);

const chainFrom = (row: ChainRow): StoredChain => ({ ...row, events: rowsFromJson(caseEventTable, row.events) });
const nobody = '00000000-0000-0000-0000-000000000000';
const beforeAll = '0001-01-01';
const afterAll = '9999-12-31';

/** Reads what the evidence rests on. */
export const auditReader = ({ rows }: Reader) => ({
  chainOf: async (caseId: string): Promise<StoredChain | null> => {
    const [row] = await rows(one, [caseId]);
    return row ? chainFrom(row) : null;
  },
  /** The next chains behind the one of that case. */
  chains: async (behind: string | null, limit: number): Promise<readonly StoredChain[]> =>
    (await rows(several, [behind ?? nobody, limit])).map(chainFrom),
  /** The newest anchors of days before that one. */
  anchorsBefore: (date: string | null, limit: number) => rows(newest, [date ?? afterAll, limit]),
  /** The oldest anchors of days after that one. */
  anchorsAfter: (date: string | null, limit: number) => rows(oldest, [date ?? beforeAll, limit]),
  headsOf: (date: string) => rows(headsOf, [date]),
});

export type AuditReader = ReturnType<typeof auditReader>;
