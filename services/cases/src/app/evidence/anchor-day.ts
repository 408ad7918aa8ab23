import { runTransaction } from '@onevisit/data';
import { rootOfHeads, signAnchor } from '@onevisit/evidence';
import type { DueSource } from '@onevisit/events';
import { daysToAnchor } from '../../domain/audit-anchor.ts';
import type { AutomaticGround, ServiceTx } from '../operation.ts';

/** 日锚: every midnight in Shanghai, whatever happened that day. */
export const dailyAnchors = ({ read, frame }: AutomaticGround): DueSource => ({
  name: 'audit-anchors',
  due: async (now, limit) => {
    const [last] = await read.audit.anchorsBefore(null, 1);
    return daysToAnchor(last?.date ?? null, now, limit).map(({ date, dueAt }) => ({ id: date, dueAt }));
  },
  handle: ({ id: date, dueAt }) => runTransaction(frame(dueAt), (tx: ServiceTx) => anchorDay(tx, date)),
});

async function anchorDay({ anchors, secrets, now }: ServiceTx, date: string): Promise<void> {
  const last = await anchors.lockedLast();
  // Another process was faster.
  if (last !== null && last.date >= date) return;
  const heads = await anchors.keepHeads(date);
  const facts = {
    date,
    merkleRoot: rootOfHeads(heads),
    count: heads.length,
    previousRoot: last?.merkleRoot ?? null,
  };
  await anchors.insert({ ...facts, anchoredAt: now, signature: await signAnchor(secrets.receipt, facts) });
}
