import { newNumber } from '@onevisit/evidence';
import { fail, ok } from '@onevisit/kernel';
import { competenceRuled } from '../../domain/competence.ts';
import { isFilled } from '../../domain/petition-request.ts';
import { caseCommand } from '../case/case-command.ts';
import { longestReason } from './raise-objection.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  toOrganizationId: string;
  reason: string;
}>;

/** T5'' 管辖裁定. */
export const ruleCompetence = caseCommand(
  'ruleCompetence',
  'competence:rule',
  async (tx, { file, act }, { toOrganizationId, reason }: Request) => {
    const to = await tx.directory.organization(toOrganizationId);
    if (!to) return fail('ORGANIZATION_NOT_FOUND');
    const superiorIds = await tx.directory.superiorIds(to.id);
    const step = competenceRuled(file, { to, superiorIds, orderNo: newNumber('ORDER', act.at), reason }, act);
    if (!step.ok) return step;
    const referralId = step.value.file.referrals.at(-1)?.id ?? null;
    return isFilled(reason, longestReason) ? ok({ step: step.value, made: { referralId } }) : fail('REASON_REQUIRED');
  },
);
