import { defineTable } from '@onevisit/data';
import type { StaffSuggestion, SuggestionAction, SuggestionDecision } from '../domain/staff-suggestion.ts';

export const staffSuggestionTable = defineTable<StaffSuggestion>('staff_suggestions', {
  id: 'uuid',
  route: 'text',
  authorId: 'uuid?',
  organizationId: 'uuid?',
  state: 'text',
  outcome: 'text?',
  filedAt: 'instant?',
  filedWeek: 'text?',
  listedAt: 'instant',
  promotedAt: 'instant?',
  version: 'integer',
});

/** The key of a suggestion's texts; without this row nobody reads them again. */
export type SuggestionKey = Readonly<{ suggestionId: string; wrappedKey: string }>;

export const suggestionKeyTable = defineTable<SuggestionKey>(
  'suggestion_keys',
  { suggestionId: 'uuid', wrappedKey: 'text' },
  ['suggestionId'],
);

/** What the author wrote, as it lies in the database. */
export type SealedSuggestionText = Readonly<{ suggestionId: string; titleSealed: string; bodySealed: string }>;

export const suggestionTextTable = defineTable<SealedSuggestionText>(
  'suggestion_texts',
  { suggestionId: 'uuid', titleSealed: 'text', bodySealed: 'text' },
  ['suggestionId'],
);

export type SealedDecision = SuggestionDecision & Readonly<{ explanationSealed: string }>;

export const suggestionDecisionTable = defineTable<SealedDecision>('suggestion_decisions', {
  id: 'uuid',
  suggestionId: 'uuid',
  benefitsWork: 'boolean',
  benefitsUnity: 'boolean',
  hindrance: 'text?',
  outcome: 'text',
  explanationSealed: 'text',
  decidedBy: 'uuid',
  decidedAt: 'instant',
});

export type SealedAction = SuggestionAction & Readonly<{ textSealed: string }>;

export const suggestionActionTable = defineTable<SealedAction>('suggestion_actions', {
  id: 'uuid',
  suggestionId: 'uuid',
  textSealed: 'text',
  ownerId: 'uuid',
  dueOn: 'day',
  doneAt: 'instant?',
  version: 'integer',
});
