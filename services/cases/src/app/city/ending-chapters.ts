import type { EndingStep } from '@onevisit/city';
import { fail, type Result } from '@onevisit/kernel';
import { seal } from '@onevisit/vault';
import type { CaseFile, ExecutionItem, Step } from '../../domain/case-file.ts';
import { resultConfirmed } from '../../domain/conclusion.ts';
import { executionConfirmed, executionReported, executionVerified } from '../../domain/execution.ts';
import type { Chapter } from '../../domain/replay.ts';
import { expectation, petitionerChapter, staffChapter, type Teller, type Telling } from './teller.ts';

type StepOf<Kind extends EndingStep['kind']> = Extract<EndingStep, { kind: Kind }>;

const report = (teller: Teller, step: StepOf<'EXECUTION_REPORTED'>): Chapter =>
  staffChapter(teller, 'reportExecution', step, (file, act) =>
    withItem(file, step.item, (item) => executionReported(file, item, step.evidence, act)),
  );

const verification = (teller: Teller, step: StepOf<'EXECUTION_VERIFIED'>): Chapter =>
  staffChapter(teller, 'verifyExecution', step, (file, act) =>
    withItem(file, step.item, (item) => {
      const findingSealed = sealedFinding(teller, item, step.finding);
      return executionVerified(file, item, { isDone: step.isDone, findingSealed }, act);
    }),
  );

const executionAnswer = (teller: Teller, step: StepOf<'EXECUTION_CONFIRMED'>): Chapter =>
  petitionerChapter(teller, step, (file, act) =>
    withItem(file, step.item, (item) => executionConfirmed(file, item, step.isDone, act)),
  );

function withItem(
  file: CaseFile,
  place: number,
  rule: (item: ExecutionItem) => Result<Step, string>,
): Result<Step, string> {
  const item = file.executionItems[place - 1];
  return item ? rule(item) : fail('EXECUTION_ITEM_NOT_FOUND');
}

const sealedFinding = ({ key }: Teller, { id }: ExecutionItem, finding: string): string =>
  seal(key, { column: 'execution_items.verification_finding_sealed', rowId: id }, finding);

/** 执行与终结. */
export const ending: Telling<EndingStep> = {
  EXECUTION_REPORTED: (teller, step) => [report(teller, step)],
  EXECUTION_VERIFIED: (teller, step) => [verification(teller, step)],
  EXECUTION_CONFIRMED: (teller, step) => [executionAnswer(teller, step)],
  RESULT_CONFIRMED: (teller, step) => [petitionerChapter(teller, step, resultConfirmed)],
  CONCLUDED: (_, step) => [
    expectation(
      step,
      ({ case: { conclusionKind, concludedAt } }) =>
        conclusionKind === step.conclusionKind && concludedAt?.getTime() === step.at.getTime(),
    ),
  ],
};
