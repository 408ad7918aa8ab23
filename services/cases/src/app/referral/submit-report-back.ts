import { fail, ok } from '@onevisit/kernel';
import { seal } from '@onevisit/vault';
import { filled, isFilled } from '../../domain/petition-request.ts';
import { assignmentOf, reportedBack } from '../../domain/report-back.ts';
import { caseCommand } from '../case/case-command.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  result: string;
  documentReference?: string | null | undefined;
}>;

const longestResult = 5_000;
const longestReference = 200;

/** 交办反馈. */
export const submitReportBack = caseCommand(
  'submitReportBack',
  'report-back:submit',
  async (tx, { file, act }, { result, documentReference }: Request) => {
    const referralId = assignmentOf(file, act)?.id ?? null;
    const cell = { column: 'referrals.report_back_sealed', rowId: referralId ?? '' } as const;
    const report = {
      resultSealed: seal(await tx.keys.of(file.case.id), cell, result),
      documentReference: filled(documentReference),
    };
    const step = reportedBack(file, report, act);
    if (!step.ok) return step;
    if (!isFilled(result, longestResult)) return fail('RESULT_NOT_VALID');
    const isTooLong = report.documentReference !== null && !isFilled(report.documentReference, longestReference);
    return isTooLong ? fail('DOCUMENT_REFERENCE_NOT_VALID') : ok({ step: step.value, made: { referralId } });
  },
);
