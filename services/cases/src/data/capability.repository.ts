import { fieldsOf, insertRow, lockedRow, lockedRowOrSkip, selected, updateRow } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { Capability, IdentityAccess, OutgoingMessage } from '../domain/capability.ts';
import { capabilityTable, identityAccessTable, outgoingMessageTable } from './capability.table.ts';

export const capabilityRepository = (manager: EntityManager) => ({
  insert: (capability: Capability): Promise<void> => insertRow(manager, capabilityTable, capability),
  /** Of the case with that number. */
  byCaseNo: async (caseNo: string): Promise<Capability | null> => {
    const [found] = await manager.query<Capability[]>(
      `select ${selected(fieldsOf(capabilityTable), 'p')} from capabilities p
       join cases c on c.id = p.id where c.case_no = $1`,
      [caseNo],
    );
    return found ?? null;
  },
  /** Under its lock, until the transaction ends. */
  locked: (caseId: string): Promise<Capability | null> => lockedRow(manager, capabilityTable, caseId),
  update: (before: Capability, after: Capability): Promise<Capability> =>
    updateRow(manager, capabilityTable, before, after),
});

export const outgoingMessageRepository = (manager: EntityManager) => ({
  insert: (message: OutgoingMessage): Promise<void> => insertRow(manager, outgoingMessageTable, message),
  /** The number that the petitioner knows the case by. */
  caseNoOf: async (caseId: string): Promise<string> => {
    const [row] = await manager.query<{ caseNo: string }[]>('select case_no as "caseNo" from cases where id = $1', [
      caseId,
    ]);
    return row?.caseNo ?? '';
  },
  lockedOrSkip: (id: string): Promise<OutgoingMessage | null> => lockedRowOrSkip(manager, outgoingMessageTable, id),
  update: (before: OutgoingMessage, after: OutgoingMessage): Promise<OutgoingMessage> =>
    updateRow(manager, outgoingMessageTable, before, after),
});

/** Adds to the record of who opened an identity; there is no other way to write it. */
export const identityAccessRepository = (manager: EntityManager) => ({
  insert: (access: IdentityAccess): Promise<void> => insertRow(manager, identityAccessTable, access),
});
