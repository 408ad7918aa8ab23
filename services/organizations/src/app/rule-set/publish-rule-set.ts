import { command, fail, ok } from '@onevisit/kernel';
import { ruleSetPublished } from '../../domain/rule-set.events.ts';
import { published } from '../../domain/rule-set.ts';
import { faultsIn } from '../../domain/scoring/rule-set-faults.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{ version: string; idempotencyKey?: string | null | undefined }>;

/** 公布计分规则. Looked through once more: what could be said when it was drafted may not be known any more. */
export const publishRuleSet = command(
  'publishRuleSet',
  'rule-set:publish',
  async (tx: ServiceTx, { version }: Request) => {
    const known = await tx.ruleSets.allWhenLocked();
    const ruleSet = known.find((candidate) => candidate.version === version);
    if (!ruleSet) return fail('RULE_SET_NOT_FOUND');
    if (faultsIn(ruleSet.document).length > 0) return fail('RULE_SET_FAULTY');

    const step = published(ruleSet, known, { at: tx.now, byId: tx.viewer.id });
    if (!step.ok) return step;

    await tx.ruleSets.addSteps([step.value]);
    tx.emit(ruleSetPublished(ruleSet));
    return ok({ ruleSetId: ruleSet.id });
  },
);
