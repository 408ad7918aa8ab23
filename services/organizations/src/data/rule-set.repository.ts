import { insertRow, insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { RuleSet, RuleSetOnRecord, RuleSetStep } from '../domain/rule-set.ts';
import { ruleSetsSql } from './rule-set.reader.ts';
import { ruleSetStepTable, ruleSetTable } from './rule-set.table.ts';

export const ruleSetRepository = (manager: EntityManager) => ({
  /** All rule sets; nobody else adds one or a step of one until the transaction ends. Rows that cannot be changed have no lock. */
  allWhenLocked: async (): Promise<readonly RuleSetOnRecord[]> => {
    await manager.query(`select pg_advisory_xact_lock(hashtext('rule_sets'))`);
    return manager.query<RuleSetOnRecord[]>(ruleSetsSql);
  },

  insert: (ruleSet: RuleSet) => insertRow(manager, ruleSetTable, ruleSet),
  insertAll: (ruleSets: readonly RuleSet[]) => insertRows(manager, ruleSetTable, ruleSets),
  addSteps: (steps: readonly RuleSetStep[]) => insertRows(manager, ruleSetStepTable, steps),
});
