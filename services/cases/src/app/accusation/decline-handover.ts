import { fail } from '@onevisit/kernel';
import { seal } from '@onevisit/vault';
import { checkedRecipient } from '../../domain/accusation-recipient.ts';
import { handoverDeclined, handoverInForce } from '../../domain/accusation.ts';
import { isFilled } from '../../domain/petition-request.ts';
import { accusationCommand, groundsOf, isRecipient } from './accusation-command.ts';

type Request = Readonly<{
  idempotencyKey?: string | null | undefined;
  caseId: string;
  reason: string;
  competentOrganizationId: string;
}>;

const longestReason = 2_000;

/** T10' 退回移交: with the reason and the organ that is competent instead. */
export const declineHandover = accusationCommand(
  'declineHandover',
  'accusation:receive',
  isRecipient,
  async (tx, { file, handovers, act }, { reason, competentOrganizationId }: Request) => {
    const handover = handoverInForce(handovers);
    if (!handover) return fail('WRONG_STATE');
    if (!isFilled(reason, longestReason)) return fail('REASON_REQUIRED');
    const competent = checkedRecipient(competentOrganizationId, await groundsOf(tx, file, null));
    if (!competent.ok) return competent;
    if (competentOrganizationId === handover.toOrganizationId) return fail('RECIPIENT_NOT_COMPETENT');
    const cell = { column: 'accusation_handovers.decline_reason_sealed', rowId: handover.id } as const;
    const reasonSealed = seal(await tx.keys.of(file.case.id), cell, reason);
    return handoverDeclined(file, handover, { reasonSealed, competentOrganizationId }, act);
  },
);
