import { handoverInForce, handoverLapsed } from '../../domain/accusation.ts';
import { nextDisciplineOrgan } from '../../domain/accusation-recipient.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { groundsOf } from './accusation-command.ts';
import { actOf } from '../case/case-command.ts';
import type { ServiceTx } from '../operation.ts';
import { recordStep } from '../case/record-step.ts';

/** T10'' 移交逾期未确认: silence takes an accusation one level up, and never to its end. */
export async function lapseHandover(tx: ServiceTx, file: CaseFile, deadline: Deadline): Promise<void> {
  const handovers = await tx.handovers.ofCase(file.case.id);
  const handover = handoverInForce(handovers);
  if (!handover) throw new Error(`case ${file.case.id} waits for an acknowledgement and was not handed over`);
  const grounds = await groundsOf(tx, file, handover.cadreLevel);
  const recipient = grounds.organizations.find(({ id }) => id === handover.toOrganizationId);
  const nextOrganId = (recipient && nextDisciplineOrgan(recipient, grounds)?.id) ?? null;
  const lapsed = handoverLapsed(file, handover, { deadline, nextOrganId }, actOf(tx));
  // It stays due until the calendar is there that the next term is counted on.
  if (!lapsed.ok) throw new Error(lapsed.reason);
  await recordStep(tx, file, lapsed.value.step);
  await tx.handovers.put(handovers, lapsed.value.handovers);
}
