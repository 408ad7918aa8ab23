import { dueSource, type DueSource } from '@onevisit/events';
import type { Notify } from '@onevisit/kernel';
import { open } from '@onevisit/vault';
import type { AutomaticGround, ServiceTx } from '../operation.ts';

/** Messages to petitioners go out; one that its channel did not take is tried again. */
export const outgoingMessages = ({ read, frame, notify }: AutomaticGround & Readonly<{ notify: Notify }>): DueSource =>
  dueSource({
    name: 'outgoing-messages',
    due: read.due.messages,
    frame,
    locked: (tx: ServiceTx, id) => tx.messages.lockedOrSkip(id),
    isWaiting: ({ state }) => state === 'PENDING',
    act: async (tx, message) => {
      const { id, caseId, channel } = message;
      const cell = { column: 'outgoing_messages.text_sealed', rowId: id } as const;
      const text = open(await tx.keys.of(caseId), cell, message.textSealed);
      await notify({ at: tx.now, caseNo: await tx.messages.caseNoOf(caseId), channel, text });
      await tx.messages.update(message, { ...message, state: 'SENT', sentAt: tx.now });
    },
  });
