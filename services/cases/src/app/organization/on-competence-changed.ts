import type { DeliveredEvent } from '@onevisit/kernel';
import { fieldsIn } from '../event-data.ts';
import type { ServiceTx } from '../operation.ts';

/** Keeps our copy of an entry of the competence list. */
export async function onCompetenceChanged(tx: ServiceTx, { subjectId, data }: DeliveredEvent): Promise<void> {
  const { text, textOrNull, number } = fieldsIn(data);
  await tx.directory.putCompetence({
    id: subjectId,
    organizationId: text('organizationId'),
    issueTypeCode: text('issueTypeCode'),
    areaCode: text('areaCode'),
    priority: number('priority'),
    validFrom: text('validFrom'),
    validTo: textOrNull('validTo'),
  });
}
