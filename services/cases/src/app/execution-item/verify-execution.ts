import { fail, ok } from '@onevisit/kernel';
import { seal } from '@onevisit/vault';
import { executionVerified } from '../../domain/execution.ts';
import { isFilled } from '../../domain/petition-request.ts';
import { itemCommand } from '../case/case-command.ts';

type Request = Readonly<{
  idempotencyKey: string;
  executionItemId: string;
  expectedVersion?: number | null | undefined;
  isDone: boolean;
  finding: string;
}>;

const longestFinding = 1_000;

/** T24 核实执行. */
export const verifyExecution = itemCommand(
  'verifyExecution',
  'execution:verify',
  async (tx, { file, act, item }, { isDone, finding }: Request) => {
    const cell = { column: 'execution_items.verification_finding_sealed', rowId: item.id } as const;
    const findingSealed = seal(await tx.keys.of(file.case.id), cell, finding);
    const step = executionVerified(file, item, { isDone, findingSealed }, act);
    if (!step.ok) return step;
    if (!isFilled(finding, longestFinding)) return fail('FINDING_REQUIRED');
    return ok({ step: step.value, made: { executionItemId: item.id } });
  },
);
