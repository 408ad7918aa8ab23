import { ok } from '@onevisit/kernel';
import { handlerAssigned } from '../../domain/handling.ts';
import { filled } from '../../domain/petition-request.ts';
import { caseCommand } from './case-command.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  handlerId: string;
  reason?: string | null | undefined;
}>;

/** T11 确定承办人. */
export const assignHandler = caseCommand(
  'assignHandler',
  'handler:assign',
  async (tx, { file, act }, { handlerId, reason }: Request) => {
    const handler = await tx.directory.staffMember(handlerId);
    const step = handlerAssigned(file, { handler, reason: filled(reason) }, act);
    return step.ok ? ok({ step: step.value }) : step;
  },
);
