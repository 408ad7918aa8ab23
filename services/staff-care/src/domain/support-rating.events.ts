import type { DomainEvent } from '@onevisit/kernel';
import type { SupportRating } from './support-rating.ts';

/** K25: the mean of a section's year, by how many counties; not which. */
export const supportRatingAggregated = ({ sectionId, year, level, counties }: SupportRating): DomainEvent => ({
  type: 'supportRating.aggregated.v1',
  subjectId: sectionId,
  subjectVersion: year,
  organizationId: sectionId,
  data: { sectionId, year, level, n: counties },
});
