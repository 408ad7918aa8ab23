import type { DeliveredEvent } from '@onevisit/kernel';
import { canHandle, handlerLeft } from '../../domain/handling.ts';
import type { StaffMember } from '../../domain/organization.ts';
import { actOf } from '../case/case-command.ts';
import { fieldsIn } from '../event-data.ts';
import type { ServiceTx } from '../operation.ts';
import { recordStep } from '../case/record-step.ts';

/** Keeps our copy of who is on the staff: somebody joined, moved or left. What they had in hand waits for another. */
export async function onStaffChanged(tx: ServiceTx, { subjectId, data }: DeliveredEvent): Promise<void> {
  const { text, texts, boolean } = fieldsIn(data);
  const member: StaffMember = {
    id: subjectId,
    organizationId: text('organizationId'),
    roles: texts('roles'),
    isActive: boolean('isActive'),
  };
  await tx.directory.putStaffMember(member);
  for (const caseId of await tx.files.idsInHandsOf(member.id)) await giveBack(tx, caseId, member);
}

async function giveBack(tx: ServiceTx, caseId: string, member: StaffMember): Promise<void> {
  const file = await tx.files.locked(caseId);
  const step = file && !canHandle(member, file) ? handlerLeft(file, member.id, actOf(tx)) : null;
  if (file && step) await recordStep(tx, file, step);
}
