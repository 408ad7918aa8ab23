import { insertRows } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { CaseEvent } from '../domain/case-event.ts';
import { caseEventTable } from './case-event.table.ts';

/** Adds to the chain; there is no other way to write an event. */
export const caseEventRepository = (manager: EntityManager) => ({
  append: (events: readonly CaseEvent[]): Promise<void> => insertRows(manager, caseEventTable, events),
});
