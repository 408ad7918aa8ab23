import { insertRow, lockedRow, lockedRowOrSkip, updateRow } from '@onevisit/data';
import type { EntityManager } from 'typeorm';
import type { Capability, IdentityAccess, OutgoingMessage } from '../domain/capability.ts';
import { capabilityTable, identityAccessTable, outgoingMessageTable } from './capability.table.ts';

export const capabilityRepository = (manager: EntityManager) => ({
  insert: (capability: Capability): Promise<void> => insertRow(manager, capabilityTable, capability),
  /** Under its lock, until the transaction ends. */
  locked: (caseId: string): Promise<Capability | null> => lockedRow(manager, capabilityTable, caseId),
  update: (before: Capability, after: Capability): Promise<Capability> =>
    updateRow(manager, capabilityTable, before, after),
});

export const outgoingMessageRepository = (manager: EntityManager) => ({
  insert: (message: OutgoingMessage): Promise<void> => insertRow(manager, outgoingMessageTable, message),
  lockedOrSkip: (id: string): Promise<OutgoingMessage | null> => lockedRowOrSkip(manager, outgoingMessageTable, id),
  update: (before: OutgoingMessage, after: OutgoingMessage): Promise<OutgoingMessage> =>
    updateRow(manager, outgoingMessageTable, before, after),
});

/** Adds to the record of who opened an identity; there is no other way to write it. */
export const identityAccessRepository = (manager: EntityManager) => ({
  insert: (access: IdentityAccess): Promise<void> => insertRow(manager, identityAccessTable, access),
});
