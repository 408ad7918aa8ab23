import { defineTable } from '@onevisit/data';
import type { RuleSet, RuleSetStep } from '../domain/rule-set.ts';

export const ruleSetTable = defineTable<RuleSet>('rule_sets', {
  id: 'uuid',
  version: 'text',
  effectiveFrom: 'day',
  document: 'json',
  contentHash: 'text',
  draftedAt: 'instant',
});

export const ruleSetStepTable = defineTable<RuleSetStep>(
  'rule_set_steps',
  { ruleSetId: 'uuid', state: 'text', at: 'instant', until: 'day?', byId: 'uuid?' },
  ['ruleSetId', 'state'],
);
