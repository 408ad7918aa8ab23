import { fail, ok } from '@onevisit/kernel';
import { opinionDelivered } from '../../domain/delivery.ts';
import { filled } from '../../domain/petition-request.ts';
import { caseCommand } from '../case/case-command.ts';
import { papersOf, unheeded, type PapersRequest } from './delivery-papers.ts';

type Request = PapersRequest &
  Readonly<{
    idempotencyKey: string;
    caseId: string;
    expectedVersion?: number | null | undefined;
    deliveredAt?: Date | null | undefined;
    receivedAt?: Date | null | undefined;
    reason?: string | null | undefined;
  }>;

/** T15 送达: from the actual receipt on, the petitioner's windows run. */
export const recordDelivery = caseCommand(
  'recordDelivery',
  'delivery:record',
  async (tx, { file, act }, request: Request) => {
    const papers = await papersOf(tx, file, request);
    const deliveredAt = request.deliveredAt ?? act.at;
    const receivedAt = request.receivedAt ?? deliveredAt;
    const step = opinionDelivered(file, { ...papers, deliveredAt, receivedAt, reason: filled(request.reason) }, act);
    if (!step.ok) return step;
    const refusal = unheeded(request, papers);
    return refusal ? fail(refusal) : ok({ step: step.value, made: { deliveryId: papers.id } });
  },
);
