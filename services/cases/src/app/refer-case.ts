import { fail, ok, type Result } from '@onevisit/kernel';
import { newNumber } from '@onevisit/evidence';
import type { ReferralKind } from '../domain/case-file.ts';
import { referred, type ReferralRefusal } from '../domain/referral.ts';
import { caseCommand, type Decided, type InHand } from './case-command.ts';
import type { ServiceTx } from './operation.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  toOrganizationId: string;
  legalBasis?: string | null | undefined;
  overrideReason?: string | null | undefined;
  reason?: string | null | undefined;
  reportBackDueOn?: string | null | undefined;
}>;

/** T3 转送. */
export const referCase = caseCommand('referCase', 'case:refer', (tx, inHand, request: Request) =>
  passOn(tx, inHand, request, 'TRANSFER'),
);

/** T3 交办: to be reported back. */
export const assignCase = caseCommand('assignCase', 'case:assign', (tx, inHand, request: Request) =>
  passOn(tx, inHand, request, 'ASSIGNMENT'),
);

async function passOn(
  tx: ServiceTx,
  { file, act }: InHand,
  request: Request,
  kind: ReferralKind,
): Promise<Result<Decided, ReferralRefusal | 'ORGANIZATION_NOT_FOUND'>> {
  const from = await tx.directory.organization(act.organizationId ?? '');
  const to = await tx.directory.organization(request.toOrganizationId);
  if (!from || !to) return fail('ORGANIZATION_NOT_FOUND');

  const step = referred(
    file,
    {
      kind,
      orderNo: newNumber('ORDER', act.at),
      legalBasis: request.legalBasis ?? null,
      overrideReason: request.overrideReason ?? null,
      reason: request.reason ?? null,
      reportBackDueOn: request.reportBackDueOn ?? null,
    },
    act,
    { from, to, competences: await tx.directory.competencesOf(to.id) },
  );
  return step.ok ? ok({ step: step.value, made: { referralId: step.value.file.referrals.at(-1)?.id ?? null } }) : step;
}
