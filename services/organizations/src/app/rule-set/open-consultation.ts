import { command, fail, ok } from '@onevisit/kernel';
import { consulted } from '../../domain/rule-set.ts';
import type { ServiceTx } from '../operation.ts';

type Request = Readonly<{ version: string; idempotencyKey?: string | null | undefined }>;

/** 公开征求意见: everybody can read the draft from here on. */
export const openConsultation = command(
  'openConsultation',
  'rule-set:draft',
  async (tx: ServiceTx, { version }: Request) => {
    const known = await tx.ruleSets.allWhenLocked();
    const ruleSet = known.find((candidate) => candidate.version === version);
    if (!ruleSet) return fail('RULE_SET_NOT_FOUND');

    const step = consulted(ruleSet, { at: tx.now, byId: tx.viewer.id });
    if (!step.ok) return step;

    await tx.ruleSets.addSteps([step.value]);
    return ok({ ruleSetId: ruleSet.id });
  },
);
