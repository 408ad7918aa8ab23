import { fail, ok } from '@onevisit/kernel';
import { resultConfirmed } from '../../domain/conclusion.ts';
import { caseCommand } from '../case/case-command.ts';

/** T22 信访人认可. */
export const confirmResult = caseCommand('confirmResult', 'result:confirm', async ({ viewer }, { file, act }) => {
  if (viewer.grade !== 'ACT') return fail('GRADE_ACT_REQUIRED');
  const step = resultConfirmed(file, act);
  if (!step.ok) return step;
  return ok({ step: step.value, made: { confirmationId: step.value.file.confirmations.at(-1)?.id ?? null } });
});
