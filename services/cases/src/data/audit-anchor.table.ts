import { defineTable } from '@onevisit/data';
import type { AuditAnchor } from '../domain/audit-anchor.ts';

export const auditAnchorTable = defineTable<AuditAnchor>(
  'audit_anchors',
  {
    date: 'day',
    anchoredAt: 'instant',
    merkleRoot: 'text',
    count: 'integer',
    previousRoot: 'text?',
    signature: 'text',
  },
  ['date'],
);
