import { fail, ok } from '@onevisit/kernel';
import { executionConfirmed } from '../../domain/execution.ts';
import { itemCommand } from '../case/case-command.ts';

type Request = Readonly<{
  idempotencyKey: string;
  executionItemId: string;
  expectedVersion?: number | null | undefined;
  isDone: boolean;
}>;

/** T24 信访人确认或者否认执行. */
export const confirmExecution = itemCommand(
  'confirmExecution',
  'execution:confirm',
  async ({ viewer }, { file, act, item }, { isDone }: Request) => {
    if (viewer.grade !== 'ACT') return fail('GRADE_ACT_REQUIRED');
    const step = executionConfirmed(file, item, isDone, act);
    return step.ok ? ok({ step: step.value, made: { executionItemId: item.id } }) : step;
  },
);
