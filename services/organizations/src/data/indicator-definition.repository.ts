import { insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { IndicatorDefinition } from '../domain/indicator-definition.ts';
import { indicatorDefinitionTable } from './indicator-definition.table.ts';

export const indicatorDefinitionRepository = (manager: EntityManager) => ({
  insertAll: (definitions: readonly IndicatorDefinition[]) =>
    insertRows(manager, indicatorDefinitionTable, definitions),

  byCode: (code: string): Promise<IndicatorDefinition | null> => manager.findOneBy(indicatorDefinitionTable, { code }),

  /** Takes the place of the version before it. */
  put: async (definition: IndicatorDefinition): Promise<void> => {
    await manager.upsert(indicatorDefinitionTable, definition, ['code']);
  },
});
