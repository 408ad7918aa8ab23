import type { DeliveredEvent } from '@onevisit/kernel';
import { isCircumstance } from '../../domain/scoring/score.ts';
import { isSeverity } from '../../domain/unit-fact.ts';
import { fieldsIn } from '../event-data.ts';
import type { ServiceTx } from '../operation.ts';

/** Puts a confirmed service failure into the ledger of unit facts. */
export async function onServiceFailureConfirmed(tx: ServiceTx, { subjectId, data }: DeliveredEvent): Promise<void> {
  const { text, textOrNull, instant, oneOf, listOf } = fieldsIn(data);
  await tx.unitFacts.record({
    id: subjectId,
    source: 'SERVICE_FAILURE',
    kind: text('kind'),
    severity: oneOf('severity', isSeverity),
    organizationId: text('organizationId'),
    caseId: text('caseId'),
    deadlineId: textOrNull('deadlineId'),
    occurredAt: instant('occurredAt'),
    circumstances: listOf('circumstances', isCircumstance),
    recordedAt: tx.now,
  });
}
