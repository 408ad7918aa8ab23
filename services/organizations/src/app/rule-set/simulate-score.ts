import { query } from '@onevisit/kernel';
import { basisFault } from '../../domain/scoring/basis-fault.ts';
import type { ScoreBasis } from '../../domain/scoring/score.ts';
import { scored } from '../../domain/scoring/scored.ts';
import { findRuleSet } from './find-rule-set.ts';
import type { ServiceRead } from '../operation.ts';

type Question = Readonly<{ ruleSetVersion: string; basis: ScoreBasis }>;

/** 计分试算: by the same evaluator that scores the units. Nothing is kept. */
export const simulateScore = query('rule-set:read', async (read: ServiceRead, { ruleSetVersion, basis }: Question) => {
  const ruleSet = await findRuleSet(read, ruleSetVersion);
  if (!ruleSet) return { fault: { code: 'RULE_SET_NOT_FOUND', place: 'ruleSetVersion' }, score: null } as const;

  const fault = basisFault(ruleSet.document, basis);
  return fault ? { fault, score: null } : { fault: null, score: scored(ruleSet.document, basis) };
});
