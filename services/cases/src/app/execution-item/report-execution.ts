import { fail, ok } from '@onevisit/kernel';
import { executionReported } from '../../domain/execution.ts';
import { isFilled } from '../../domain/petition-request.ts';
import { itemCommand } from '../case/case-command.ts';

type Request = Readonly<{
  idempotencyKey: string;
  executionItemId: string;
  expectedVersion?: number | null | undefined;
  evidence: string;
}>;

const longestEvidence = 500;

/** T24 报告执行. */
export const reportExecution = itemCommand(
  'reportExecution',
  'execution:report',
  async (_, { file, act, item }, { evidence }: Request) => {
    const step = executionReported(file, item, evidence, act);
    if (!step.ok) return step;
    if (!isFilled(evidence, longestEvidence)) return fail('EVIDENCE_REQUIRED');
    return ok({ step: step.value, made: { executionItemId: item.id } });
  },
);
