import { fail } from '@onevisit/kernel';
import { handoverAcknowledged, handoverInForce } from '../../domain/accusation.ts';
import { accusationCommand, isRecipient } from './accusation-command.ts';

type Request = Readonly<{ idempotencyKey?: string | null | undefined; caseId: string }>;

/** T10a 确认移交. */
export const acknowledgeHandover = accusationCommand(
  'acknowledgeHandover',
  'accusation:receive',
  isRecipient,
  async (_tx, { file, handovers, act }, _request: Request) => {
    const handover = handoverInForce(handovers);
    return handover ? handoverAcknowledged(file, handover, act) : fail('WRONG_STATE');
  },
);
