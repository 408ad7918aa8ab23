import { fail, ok } from '@onevisit/kernel';
import { confirmationRevoked, pendingConfirmation } from '../../domain/conclusion.ts';
import { caseCommand } from '../case/case-command.ts';

/** T22 撤回认可. */
export const revokeConfirmation = caseCommand(
  'revokeConfirmation',
  'result:confirm',
  async ({ viewer }, { file, act }) => {
    if (viewer.grade !== 'ACT') return fail('GRADE_ACT_REQUIRED');
    const step = confirmationRevoked(file, act);
    if (!step.ok) return step;
    return ok({ step: step.value, made: { confirmationId: pendingConfirmation(file)?.id ?? null } });
  },
);
