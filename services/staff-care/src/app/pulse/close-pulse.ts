import { dueSource, type DueSource } from '@onevisit/events';
import { published } from '../../domain/pulse-publication.ts';
import type { AutomaticGround, ServiceTx } from '../operation.ts';

/** With the end of a month its answers are counted, as far as they may be told, and destroyed. */
export const closingPulses = ({ read, frame }: AutomaticGround): DueSource =>
  dueSource({
    name: 'pulse-months',
    due: read.pulses.toClose,
    frame,
    locked: async (tx: ServiceTx, id) => {
      const pulse = await tx.pulses.lockedOrSkip(id);
      return pulse && { pulse, dueAt: pulse.closesAt };
    },
    isWaiting: ({ pulse }) => pulse.closedAt === null,
    act: async (tx, { pulse }) => {
      const groups = await tx.pulses.answered(pulse.month);
      const results = published(groups, await tx.pulses.earlierMemberships(pulse.month));
      await tx.pulses.close(pulse, { ...pulse, closedAt: tx.now }, results);
    },
  });
