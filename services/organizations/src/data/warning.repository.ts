import { insertRow, insertRows, lockedRow, lockedRowOrSkip, updateRow } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { EntityManager } from 'typeorm';
import type { Interview } from '../domain/interview.ts';
import type { WarningNotice } from '../domain/warning-notice.ts';
import { interviewTable, warningNoticeTable } from './warning.table.ts';

export const warningRepository = (manager: EntityManager) => ({
  insertAll: (warnings: readonly WarningNotice[]) => insertRows(manager, warningNoticeTable, warnings),
  locked: async (id: string) => (isId(id) ? lockedRow(manager, warningNoticeTable, id) : null),
  lockedOrSkip: (id: string) => lockedRowOrSkip(manager, warningNoticeTable, id),
  lockedOfScore: (unitScoreId: string) =>
    manager.findOne(warningNoticeTable, { where: { unitScoreId }, lock: { mode: 'pessimistic_write' } }),
  update: (before: WarningNotice, after: WarningNotice) => updateRow(manager, warningNoticeTable, before, after),
});

export const interviewRepository = (manager: EntityManager) => ({
  insert: (interview: Interview) => insertRow(manager, interviewTable, interview),
  locked: async (id: string) => (isId(id) ? lockedRow(manager, interviewTable, id) : null),
  ofWarning: (warningId: string): Promise<readonly Interview[]> => manager.findBy(interviewTable, { warningId }),
  update: (before: Interview, after: Interview) => updateRow(manager, interviewTable, before, after),
});
