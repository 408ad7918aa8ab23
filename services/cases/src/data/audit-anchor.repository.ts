import { insertRow } from '@onevisit/data';
import type { ChainHead } from '@onevisit/evidence';
import type { EntityManager } from 'typeorm';
import type { AuditAnchor } from '../domain/audit-anchor.ts';
import { auditAnchorTable } from './audit-anchor.table.ts';

type Last = Pick<AuditAnchor, 'date' | 'merkleRoot'>;
const atOnce = 50_000;

/** Adds anchors; there is no other way to write one. */
export const auditAnchorRepository = (manager: EntityManager) => ({
  /** The newest anchor; whoever else wants to add one waits until this transaction ends. */
  lockedLast: async (): Promise<Last | null> => {
    await manager.query(`select pg_advisory_xact_lock(hashtext('audit_anchors'))`);
    const [last] = await manager.query<Last[]>(
      'select date::text as "date", merkle_root as "merkleRoot" from audit_anchors order by date desc limit 1',
    );
    return last ?? null;
  },

  /** Keeps where every chain stands that has grown since it was last anchored. */
  keepHeads: async (date: string): Promise<readonly ChainHead[]> => {
    const heads: ChainHead[] = [];
    for (;;) {
      const kept = await manager.query<ChainHead[]>(
        `insert into audit_anchor_heads (case_id, seq, hash, date)
         select c.id, c.last_seq, c.last_hash, $1 from cases c
         where c.last_hash is not null and not exists (
           select 1 from audit_anchor_heads h where h.case_id = c.id and h.seq = c.last_seq)
         limit $2
         returning case_id as "caseId", seq, hash`,
        [date, atOnce],
      );
      heads.push(...kept);
      if (kept.length < atOnce) return heads;
    }
  },

  insert: (anchor: AuditAnchor): Promise<void> => insertRow(manager, auditAnchorTable, anchor),
});
