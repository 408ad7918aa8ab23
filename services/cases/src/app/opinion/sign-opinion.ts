import { newNumber } from '@onevisit/evidence';
import { ok } from '@onevisit/kernel';
import { currentOpinion } from '../../domain/case-file.ts';
import { opinionSigned } from '../../domain/opinion.ts';
import { filled } from '../../domain/petition-request.ts';
import { caseCommand } from '../case/case-command.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  reason?: string | null | undefined;
}>;

/** T14 签发. */
export const signOpinion = caseCommand('signOpinion', 'opinion:sign', async (_, { file, act }, { reason }: Request) => {
  const step = opinionSigned(file, { docNo: newNumber('OPINION', act.at), reason: filled(reason) }, act);
  if (!step.ok) return step;
  return ok({ step: step.value, made: { opinionId: currentOpinion(step.value.file)?.id ?? null } });
});
