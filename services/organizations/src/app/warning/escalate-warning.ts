import { dueSource, type DueSource } from '@onevisit/events';
import { warningEscalated } from '../../domain/warning.events.ts';
import { escalated } from '../../domain/warning-notice.ts';
import type { AutomaticGround, ServiceTx } from '../operation.ts';

/** 预警升级: a term that runs out without an answer makes the warning red, by itself. */
export const escalatingWarnings = ({ read, frame }: AutomaticGround): DueSource =>
  dueSource({
    name: 'warning-notices',
    due: read.warnings.due,
    frame,
    locked: async (tx: ServiceTx, id) => {
      const warning = await tx.warnings.lockedOrSkip(id);
      return warning?.dueAt ? { warning, dueAt: warning.dueAt } : null;
    },
    isWaiting: () => true,
    act: async (tx, { warning }) => {
      tx.emit(warningEscalated(await tx.warnings.update(warning, escalated(warning))));
    },
  });
