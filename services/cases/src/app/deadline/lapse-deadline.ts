import { newNumber } from '@onevisit/evidence';
import { dueSource, type DueSource } from '@onevisit/events';
import { isRunning } from '../../domain/deadline.ts';
import { deadlineLapsed } from '../../domain/lapse.ts';
import { actOf } from '../case/case-command.ts';
import { lapseHandover } from '../accusation/lapse-handover.ts';
import type { AutomaticGround, ServiceTx } from '../operation.ts';
import { recordStep } from '../case/record-step.ts';

/** 期限届满: whether anybody is assigned or not. */
export const lapsingDeadlines = ({ read, frame }: AutomaticGround): DueSource =>
  dueSource({
    name: 'deadlines',
    due: read.due.deadlines,
    frame,
    locked: async (tx: ServiceTx, id) => {
      const file = await tx.files.lockedOrSkipWith('deadlines', id);
      const deadline = file?.deadlines.find((each) => each.id === id);
      return file && deadline ? { file, deadline, dueAt: deadline.dueAt } : null;
    },
    isWaiting: ({ deadline }) => isRunning(deadline),
    act: async (tx, { file, deadline }) => {
      if (deadline.kind === 'HANDOVER_ACK') return lapseHandover(tx, file, deadline);
      const step = deadlineLapsed(file, deadline.id, newNumber('NOTICE', tx.now), actOf(tx));
      // It stays due until the calendar is there that the next term is counted on.
      if (!step.ok) throw new Error(step.reason);
      if (step.value) await recordStep(tx, file, step.value);
    },
  });
