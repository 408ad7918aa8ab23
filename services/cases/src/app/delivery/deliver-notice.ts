import { fail, ok } from '@onevisit/kernel';
import { noticeDelivered } from '../../domain/delivery.ts';
import { filled } from '../../domain/petition-request.ts';
import { caseCommand } from '../case/case-command.ts';
import { papersOf, unheeded, type PapersRequest } from './delivery-papers.ts';

type Request = PapersRequest &
  Readonly<{
    idempotencyKey: string;
    caseId: string;
    expectedVersion?: number | null | undefined;
    deliveredAt?: Date | null | undefined;
    reason?: string | null | undefined;
  }>;

/** 送达受理告知. */
export const deliverNotice = caseCommand(
  'deliverNotice',
  'notice:deliver',
  async (tx, { file, act }, request: Request) => {
    const papers = await papersOf(tx, file, request);
    const deliveredAt = request.deliveredAt ?? act.at;
    const step = noticeDelivered(file, { ...papers, deliveredAt, reason: filled(request.reason) }, act);
    if (!step.ok) return step;
    const refusal = unheeded(request, papers);
    return refusal ? fail(refusal) : ok({ step: step.value });
  },
);
