import type { EntityManager } from 'typeorm';
import type { IndicatorValue } from '../domain/indicator-value.ts';
import { indicatorValueTable } from './indicator-value.table.ts';

export const indicatorValueRepository = (manager: EntityManager) => ({
  /** The first value of a period stays: it is never counted again. */
  freeze: async (value: IndicatorValue): Promise<void> => {
    await manager.createQueryBuilder().insert().into(indicatorValueTable).values(value).orIgnore().execute();
  },
});
