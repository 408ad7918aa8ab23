import type { DeliveredEvent } from '@onevisit/kernel';
import { fieldsIn } from '../event-data.ts';
import type { ServiceTx } from '../operation.ts';

/** Keeps our copy of an organization. */
export async function onOrganizationChanged(tx: ServiceTx, { subjectId, data }: DeliveredEvent): Promise<void> {
  const { text, textOrNull, texts } = fieldsIn(data);
  await tx.directory.putOrganization({
    id: subjectId,
    code: text('code'),
    kind: text('kind'),
    level: text('level'),
    areaCode: text('areaCode'),
    areaPath: texts('areaPath'),
    superiorId: textOrNull('superiorId'),
    successorId: textOrNull('successorId'),
    validFrom: text('validFrom'),
    validTo: textOrNull('validTo'),
  });
}
