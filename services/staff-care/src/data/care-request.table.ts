import { defineTable } from '@onevisit/data';
import type { CareAction, CareRequest } from '../domain/care-request.ts';

export const careRequestTable = defineTable<CareRequest>('care_requests', {
  id: 'uuid',
  requesterId: 'uuid',
  organizationId: 'uuid',
  kind: 'text',
  state: 'text',
  filedAt: 'instant',
  firstResponseDueAt: 'instant',
  firstRespondedAt: 'instant?',
  ownerId: 'uuid?',
  closedAt: 'instant?',
  satisfaction: 'text?',
  overdueSince: 'instant?',
  tellsDirector: 'boolean?',
  version: 'integer',
});

/** What the requester wrote, as it lies in the database. */
export type SealedCareText = Readonly<{ careRequestId: string; textSealed: string }>;

export const careTextTable = defineTable<SealedCareText>('care_texts', { careRequestId: 'uuid', textSealed: 'text' }, [
  'careRequestId',
]);

/** The key of a request's texts; without this row nobody reads them again. */
export type CareKey = Readonly<{ careRequestId: string; wrappedKey: string }>;

export const careKeyTable = defineTable<CareKey>('care_keys', { careRequestId: 'uuid', wrappedKey: 'text' }, [
  'careRequestId',
]);

/** A step with its note as it lies in the database. */
export type SealedCareAction = CareAction & Readonly<{ noteSealed: string | null }>;

export const careActionTable = defineTable<SealedCareAction>('care_actions', {
  id: 'uuid',
  careRequestId: 'uuid',
  state: 'text',
  staffId: 'uuid',
  at: 'instant',
  noteSealed: 'text?',
});
