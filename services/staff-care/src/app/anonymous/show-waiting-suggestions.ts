import { dueSource, type DueSource } from '@onevisit/events';
import type { AutomaticGround, ServiceTx } from '../operation.ts';

/** Anonymous suggestions come before the director when their time has come. */
export const waitingSuggestions = ({ read, frame }: AutomaticGround): DueSource =>
  dueSource({
    name: 'waiting-suggestions',
    due: read.suggestions.waiting,
    frame,
    locked: async (tx: ServiceTx, id) => {
      const waiting = await tx.waitingSuggestions.lockedOrSkip(id);
      return waiting && { waiting, dueAt: waiting.releaseAt };
    },
    isWaiting: () => true,
    act: (tx, { waiting }) => tx.waitingSuggestions.show(waiting),
  });
