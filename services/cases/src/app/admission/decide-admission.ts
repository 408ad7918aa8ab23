import { newNumber } from '@onevisit/evidence';
import { fail, ok } from '@onevisit/kernel';
import { admitted } from '../../domain/admission.ts';
import type { NonAdmissionReason } from '../../domain/case-file.ts';
import { notAdmitted } from '../../domain/non-admission.ts';
import { filled, isFilled } from '../../domain/petition-request.ts';
import { ordinaryCaseCommand, type InHand } from '../case/case-command.ts';
import { colleague } from '../delivery/delivery-papers.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  decision: 'ADMIT' | 'NOT_ADMIT';
  legalBasis?: string | null | undefined;
  reason?: string | null | undefined;
  reasonCode?: NonAdmissionReason | null | undefined;
  guidance?: string | null | undefined;
  secondPersonId?: string | null | undefined;
}>;

const longestGuidance = 500;

/** T6 受理, T7 不予受理. */
export const decideAdmission = ordinaryCaseCommand(
  'decideAdmission',
  'admission:decide',
  async (tx, inHand, request: Request) => {
    const { file, act } = inHand;
    const decision = {
      noticeNo: newNumber('NOTICE', act.at),
      legalBasis: filled(request.legalBasis),
      reason: filled(request.reason),
    };
    if (request.decision === 'NOT_ADMIT') return refuse(tx, inHand, request, decision);
    const step = admitted(file, decision, act);
    return step.ok ? ok({ step: step.value }) : step;
  },
);

async function refuse(
  tx: ServiceTx,
  { file, act }: InHand,
  { reasonCode, guidance, secondPersonId }: Request,
  decision: Readonly<{ noticeNo: string; legalBasis: string | null; reason: string | null }>,
) {
  const told = typeof guidance === 'string' && isFilled(guidance, longestGuidance) ? guidance : null;
  const reviewer = await colleague(tx, secondPersonId ?? null);
  // Whatever the reason, who may not decide is told so first.
  const refusal = { ...decision, reasonCode: reasonCode ?? 'NO_CONCRETE_MATTER', guidance: told } as const;
  const step = notAdmitted(file, { ...refusal, secondPersonId: reviewer }, act);
  if (!step.ok) return step;
  return reasonCode ? ok({ step: step.value }) : fail('NON_ADMISSION_REASON_REQUIRED');
}
