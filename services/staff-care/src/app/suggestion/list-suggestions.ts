import { newestFirst, page, type PageRequest } from '@onevisit/data';
import { query } from '@onevisit/kernel';
import { suggestionsVisibleTo } from '../../domain/staff-suggestion.policy.ts';
import type { StaffSuggestionState } from '../../domain/staff-suggestion.ts';
import type { ServiceRead } from '../operation.ts';

type Question = PageRequest & Readonly<{ state: StaffSuggestionState | null }>;

/** The viewer's own suggestions, and those addressed to the viewer; newest first. */
export const listSuggestions = query(
  'suggestion:read',
  ({ viewer, read, now }: ServiceRead, { first, after, state }: Question) =>
    page(
      { first, after },
      newestFirst.kinds,
      (key, limit) =>
        read.suggestions.page({ behind: newestFirst.behind(key), limit, state, now }, suggestionsVisibleTo(viewer)),
      ({ listedAt, id }) => newestFirst.keyOf({ at: listedAt, id }),
    ),
);
