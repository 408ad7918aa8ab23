import { newNumber } from '@onevisit/evidence';
import { ok } from '@onevisit/kernel';
import { admitted } from '../domain/admission.ts';
import { filled } from '../domain/petition-request.ts';
import { ordinaryCaseCommand } from './case-command.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  decision: 'ADMIT';
  legalBasis?: string | null | undefined;
  reason?: string | null | undefined;
}>;

/** T6 受理. */
export const decideAdmission = ordinaryCaseCommand(
  'decideAdmission',
  'admission:decide',
  async (_, { file, act }, { legalBasis, reason }: Request) => {
    const decision = {
      noticeNo: newNumber('NOTICE', act.at),
      legalBasis: filled(legalBasis),
      reason: filled(reason),
    };
    const step = admitted(file, decision, act);
    return step.ok ? ok({ step: step.value }) : step;
  },
);
