import { hasRole, type Viewer } from '@onevisit/kernel';
import type { StaffSuggestion } from './staff-suggestion.ts';

/** What decides who sees a suggestion: whose it is, who it is addressed to, and since when. */
export type SuggestionSubject = Pick<StaffSuggestion, 'route' | 'authorId' | 'organizationId' | 'listedAt'> &
  Readonly<{ superiorId: string | null }>;

/** Its author and who it is addressed to. Nobody else, whatever the role. */
export const canSeeSuggestion = (viewer: Viewer, subject: SuggestionSubject, now: Date): boolean =>
  viewer.id === subject.authorId || canDecideSuggestion(viewer, subject, now);

/** Never one's own; and nothing that has not come before its addressee yet. */
export function canDecideSuggestion(viewer: Viewer, subject: SuggestionSubject, now: Date): boolean {
  if (viewer.id === subject.authorId || subject.listedAt > now) return false;
  if (subject.route === 'DIRECTOR') return hasRole(viewer, 'DIRECTOR');
  return leadsOver(viewer, subject);
}

const leadsOver = (viewer: Viewer, { organizationId, superiorId }: SuggestionSubject): boolean =>
  hasRole(viewer, 'LEADER', 'CHIEF', 'DIRECTOR') &&
  viewer.organizationId !== null &&
  [organizationId, superiorId].includes(viewer.organizationId);

/** The same rule as a filter, so that pages stay full. */
export const suggestionsVisibleTo = (viewer: Viewer) => ({
  authorId: viewer.id,
  isDirector: hasRole(viewer, 'DIRECTOR'),
  leadsOrganizationId: hasRole(viewer, 'LEADER', 'CHIEF', 'DIRECTOR') ? viewer.organizationId : null,
});

export type VisibleSuggestions = ReturnType<typeof suggestionsVisibleTo>;
