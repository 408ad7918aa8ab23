import type { DomainEvent } from '@onevisit/kernel';
import type { StaffSuggestion } from './staff-suggestion.ts';

/** That there is something to make a project of. Neither who had the idea nor from which organization it came. */
export const staffSuggestionPromoted = ({ id, version }: StaffSuggestion): DomainEvent => ({
  type: 'staffSuggestion.promoted.v1',
  subjectId: id,
  subjectVersion: version,
  organizationId: null,
  data: {},
});
