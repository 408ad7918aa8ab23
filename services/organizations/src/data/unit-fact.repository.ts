import type { EntityManager } from 'typeorm';
import type { UnitFact } from '../domain/unit-fact.ts';
import { unitFactTable } from './unit-fact.table.ts';

export const unitFactRepository = (manager: EntityManager) => ({
  /** Leaves a fact that is on record as it is: the ledger is only added to. */
  record: async (fact: UnitFact): Promise<void> => {
    await manager.createQueryBuilder().insert().into(unitFactTable).values(fact).orIgnore().execute();
  },
});
