import { fail, ok } from '@onevisit/kernel';
import { needsArbiter } from '../../domain/competence.ts';
import { objectionRuled, openObjection } from '../../domain/objection.ts';
import { isFilled } from '../../domain/petition-request.ts';
import { arbiterOf } from '../contest/arbiter-of.ts';
import { caseCommand } from '../case/case-command.ts';
import { longestReason } from './raise-objection.ts';

type Request = Readonly<{
  idempotencyKey: string;
  caseId: string;
  expectedVersion?: number | null | undefined;
  ruling: 'UPHELD' | 'REJECTED';
  reason: string;
}>;

/** T5 核实异议. */
export const ruleObjection = caseCommand(
  'ruleObjection',
  'objection:rule',
  async (tx, { file, act }, { ruling, reason }: Request) => {
    const isUpheld = ruling === 'UPHELD';
    const arbiter = isUpheld && needsArbiter(file) ? await arbiterOf(tx, file) : null;
    const step = objectionRuled(file, { isUpheld, reason, arbiter }, act);
    if (!step.ok) return step;
    const objectionId = openObjection(file)?.id ?? null;
    return isFilled(reason, longestReason) ? ok({ step: step.value, made: { objectionId } }) : fail('REASON_REQUIRED');
  },
);
