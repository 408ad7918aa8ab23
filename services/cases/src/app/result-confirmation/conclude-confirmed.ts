import { dueSource, type DueSource } from '@onevisit/events';
import { confirmationEffective } from '../../domain/conclusion.ts';
import { actOf } from '../case/case-command.ts';
import type { AutomaticGround, ServiceTx } from '../operation.ts';
import { recordStep } from '../case/record-step.ts';

/** T22 信访人认可 takes effect: three days are over and nobody took it back. */
export const effectiveConfirmations = ({ read, frame }: AutomaticGround): DueSource =>
  dueSource({
    name: 'result-confirmations',
    due: read.due.confirmations,
    frame,
    locked: async (tx: ServiceTx, id) => {
      const file = await tx.files.lockedOrSkipWith('result_confirmations', id);
      const confirmation = file?.confirmations.find((each) => each.id === id);
      return file && confirmation ? { file, confirmation, dueAt: confirmation.takesEffectAt } : null;
    },
    isWaiting: ({ confirmation }) => confirmation.state === 'PENDING',
    act: async (tx, { file }) => {
      const step = confirmationEffective(file, actOf(tx));
      if (!step.ok) throw new Error(step.reason);
      await recordStep(tx, file, step.value);
    },
  });
