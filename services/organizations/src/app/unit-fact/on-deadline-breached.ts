import type { DeliveredEvent } from '@onevisit/kernel';
import { fieldsIn } from '../event-data.ts';
import type { ServiceTx } from '../operation.ts';

/** Puts a term that ran out into the ledger of unit facts: it was breached when it fell due. */
export async function onDeadlineBreached(tx: ServiceTx, { subjectId, data }: DeliveredEvent): Promise<void> {
  const { text, instant } = fieldsIn(data);
  await tx.unitFacts.record({
    id: subjectId,
    source: 'DEADLINE_BREACH',
    kind: text('kind'),
    severity: null,
    organizationId: text('organizationId'),
    caseId: text('caseId'),
    deadlineId: subjectId,
    occurredAt: instant('dueAt'),
    circumstances: [],
    recordedAt: tx.now,
  });
}
