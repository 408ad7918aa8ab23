import { fail, ok } from '@onevisit/kernel';
import { contestRuled, pendingContest } from '../../domain/contest.ts';
import { isFilled } from '../../domain/petition-request.ts';
import { caseCommand } from '../case/case-command.ts';
import { longestReason } from '../objection/raise-objection.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  ruling: 'UPHELD' | 'REJECTED';
  reason: string;
}>;

/** T8' 裁定不予受理异议. */
export const ruleContest = caseCommand(
  'ruleContest',
  'contest:rule',
  async (_, { file, act }, { ruling, reason }: Request) => {
    const step = contestRuled(file, { isUpheld: ruling === 'UPHELD', reason }, act);
    if (!step.ok) return step;
    const contestId = pendingContest(file)?.id ?? null;
    return isFilled(reason, longestReason) ? ok({ step: step.value, made: { contestId } }) : fail('REASON_REQUIRED');
  },
);
