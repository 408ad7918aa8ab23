import { newNumber } from '@onevisit/evidence';
import { fail, ok, type Result } from '@onevisit/kernel';
import { filled } from '../../domain/petition-request.ts';
import type { Act, CaseFile, Step } from '../../domain/case-file.ts';
import {
  isReportBackDay,
  passedDown,
  referred,
  type ReferralPartners,
  type ReferralRequest,
} from '../../domain/referral.ts';
import { ordinaryCaseCommand, type Decided, type InHand } from '../case/case-command.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  toOrganizationId: string;
  legalBasis?: string | null | undefined;
  overrideReason?: string | null | undefined;
  reason?: string | null | undefined;
}>;

/** T3 转送. */
export const referCase = ordinaryCaseCommand('referCase', 'case:refer', (tx, inHand, request: Request) =>
  passOn(tx, inHand, request, { kind: 'TRANSFER', reportBackDueOn: null, rule: referred }),
);

/** T3 交办: to be reported back. */
export const assignCase = ordinaryCaseCommand(
  'assignCase',
  'case:assign',
  async (tx, inHand, request: Request & Readonly<{ reportBackDueOn: string }>) => {
    const { reportBackDueOn } = request;
    const assigned = await passOn(tx, inHand, request, { kind: 'ASSIGNMENT', reportBackDueOn, rule: referred });
    if (!assigned.ok) return assigned;
    return isReportBackDay(reportBackDueOn, inHand.act.at) ? assigned : fail('REPORT_BACK_DATE_NOT_VALID');
  },
);

/** T3 转下级: a superior organ passes what was referred to it to one below it. */
export const passDownCase = ordinaryCaseCommand('passDownCase', 'case:pass-down', (tx, inHand, request: Request) =>
  passOn(tx, inHand, request, { kind: 'TRANSFER', reportBackDueOn: null, rule: passedDown }),
);

type Rule<Refusal extends string> = (
  file: CaseFile,
  request: ReferralRequest,
  act: Act,
  partners: ReferralPartners,
) => Result<Step, Refusal>;

/** How a case is passed on, and the rule that it is passed on by. */
type Way<Refusal extends string> = Pick<ReferralRequest, 'kind' | 'reportBackDueOn'> &
  Readonly<{ rule: Rule<Refusal> }>;

async function passOn<Refusal extends string>(
  tx: ServiceTx,
  { file, act }: InHand,
  request: Request,
  { rule, ...kind }: Way<Refusal>,
): Promise<Result<Decided, Refusal | 'ORGANIZATION_NOT_FOUND'>> {
  const from = await tx.directory.organization(act.organizationId ?? '');
  const to = await tx.directory.organization(request.toOrganizationId);
  if (!from || !to) return fail('ORGANIZATION_NOT_FOUND');

  const competences = await tx.directory.competencesOf(to.id);
  const superiorIds = await tx.directory.superiorIds(to.id);
  const order = {
    ...kind,
    orderNo: newNumber('ORDER', act.at),
    legalBasis: filled(request.legalBasis),
    overrideReason: filled(request.overrideReason),
    reason: filled(request.reason),
  };
  const step = rule(file, order, act, { from, to, competences, superiorIds });
  return step.ok ? ok({ step: step.value, made: { referralId: step.value.file.referrals.at(-1)?.id ?? null } }) : step;
}
