import { defineTable } from '@onevisit/data';
import type { Capability, IdentityAccess, OutgoingMessage } from '../domain/capability.ts';

export const capabilityTable = defineTable<Capability>('capabilities', {
  id: 'uuid',
  codeHash: 'text',
  setupTokenHash: 'text?',
  setupExpiresAt: 'instant?',
  pinHash: 'text?',
  version: 'integer',
});

export const outgoingMessageTable = defineTable<OutgoingMessage>('outgoing_messages', {
  id: 'uuid',
  caseId: 'uuid',
  channel: 'text',
  textSealed: 'text',
  dueAt: 'instant',
  state: 'text',
  sentAt: 'instant?',
  version: 'integer',
});

export const identityAccessTable = defineTable<IdentityAccess>('identity_accesses', {
  id: 'uuid',
  caseId: 'uuid',
  partyId: 'uuid',
  staffId: 'uuid',
  organizationId: 'uuid',
  purpose: 'text',
  justificationSealed: 'text',
  at: 'instant',
  expiresAt: 'instant',
});
