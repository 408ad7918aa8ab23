import { defineTable } from '@onevisit/data';
import type { RatingYear } from '../domain/support-rating.ts';
import type { SupportRequest } from '../domain/support.ts';

export type SealedSupportRequest = SupportRequest &
  Readonly<{ wrappedKey: string; textSealed: string; responseSealed: string | null }>;

export const supportRequestTable = defineTable<SealedSupportRequest>('support_requests', {
  id: 'uuid',
  kind: 'text',
  fromOrganizationId: 'uuid',
  toSectionId: 'uuid',
  requesterId: 'uuid',
  filedAt: 'instant',
  dueOn: 'day',
  state: 'text',
  answeredBy: 'uuid?',
  answeredAt: 'instant?',
  version: 'integer',
  wrappedKey: 'text',
  textSealed: 'text',
  responseSealed: 'text?',
});

export const ratingYearTable = defineTable<RatingYear>('support_rating_years', {
  id: 'uuid',
  year: 'integer',
  closesAt: 'instant',
  closedAt: 'instant?',
  version: 'integer',
});
