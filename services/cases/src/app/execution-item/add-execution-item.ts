import { fail, ok } from '@onevisit/kernel';
import { identifyingPattern } from '@onevisit/masking';
import { executionItemAdded } from '../../domain/execution-item.ts';
import { isAmount, isFilled } from '../../domain/petition-request.ts';
import { caseCommand } from '../case/case-command.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  claimId: string;
  obligorOrganizationId: string;
  content: string;
  amountFen?: string | null | undefined;
  dueOn: string;
}>;

const longestContent = 500;

/** 增加执行事项. */
export const addExecutionItem = caseCommand(
  'addExecutionItem',
  'execution:add',
  async (tx, { file, act }, { claimId, obligorOrganizationId, content, amountFen, dueOn }: Request) => {
    const obligor = await tx.directory.organization(obligorOrganizationId);
    const item = { claimId, obligor, content, amountFen: amountFen ?? null, dueOn };
    const step = executionItemAdded(file, item, act);
    if (!step.ok) return step;
    if (!isFilled(content, longestContent)) return fail('CONTENT_NOT_VALID');
    if (identifyingPattern(content)) return fail('CONTENT_IDENTIFIES_SOMEBODY');
    if (!isAmount(amountFen)) return fail('AMOUNT_NOT_VALID');
    return ok({ step: step.value, made: { executionItemId: step.value.file.executionItems.at(-1)?.id ?? null } });
  },
);
