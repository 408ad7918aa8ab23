import { insertRow } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import { caseTextTable, type CaseText } from './case-text.table.ts';

export const caseTextRepository = (manager: EntityManager) => ({
  insert: (text: CaseText): Promise<void> => insertRow(manager, caseTextTable, text),
});
