import { query } from '@onevisit/kernel';
import type { RuleSetOnRecord } from '../../domain/rule-set.ts';
import type { ServiceRead } from '../operation.ts';

export const findRuleSet = query('rule-set:read', ({ load }: ServiceRead, version: string) =>
  load.ruleSets.byVersion.load(version),
);

export const findRuleSetById = query('rule-set:read', ({ load }: ServiceRead, id: string) =>
  load.ruleSets.byId.load(id),
);

/** Every rule set, the latest first. */
export const listRuleSets = query('rule-set:read', ({ read }: ServiceRead, _question: null) => read.ruleSets.all());

/** The rule set that a verb has just written. */
export async function ruleSetOnRecord(read: ServiceRead, id: string): Promise<RuleSetOnRecord> {
  const ruleSet = await findRuleSetById(read, id);
  if (!ruleSet) throw new Error(`no rule set ${id}`);
  return ruleSet;
}
