import { fail, ok } from '@onevisit/kernel';
import { seal } from '@onevisit/vault';
import { objectionRaised } from '../../domain/objection.ts';
import { filled, isFilled } from '../../domain/petition-request.ts';
import { caseCommand } from '../case/case-command.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  reason: string;
  proposedOrganizationId: string;
  legalBasis?: string | null | undefined;
}>;

export const longestReason = 2_000;

/** T4 提出异议. */
export const raiseObjection = caseCommand(
  'raiseObjection',
  'objection:raise',
  async (tx, { file, act }, { reason, proposedOrganizationId, legalBasis }: Request) => {
    const proposed = await tx.directory.organization(proposedOrganizationId);
    if (!proposed) return fail('PROPOSED_ORGANIZATION_NOT_VALID');
    const id = tx.newId();
    const cell = { column: 'objections.reason_sealed', rowId: id } as const;
    const reasonSealed = seal(await tx.keys.of(file.case.id), cell, reason);
    const step = objectionRaised(file, { id, reasonSealed, legalBasis: filled(legalBasis), proposed }, act);
    if (!step.ok) return step;
    return isFilled(reason, longestReason)
      ? ok({ step: step.value, made: { objectionId: id } })
      : fail('REASON_REQUIRED');
  },
);
