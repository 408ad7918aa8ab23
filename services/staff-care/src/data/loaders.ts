import { oneById } from '@onevisit/data';
import { isId, type Viewer } from '@onevisit/kernel';
import { careSummariesVisibleTo } from '../domain/care-request.policy.ts';
import { careRequestLoaders } from './care-request.loaders.ts';
import type { Readers } from './index.ts';
import { staffSuggestionLoaders } from './staff-suggestion.loaders.ts';
import { staffLoaders } from './staff.loaders.ts';
import { supportLoaders } from './support.loaders.ts';

export type Loaders = ReturnType<typeof loaders>;

type Moment = Readonly<{ viewer: Viewer; now: Date }>;

/** One set per operation: batches its reads and remembers what it has read for this viewer, at this time. */
export const loaders = (read: Readers, moment: Moment) => ({
  ...staffLoaders(read),
  ...careRequestLoaders(read),
  ...staffSuggestionLoaders(read),
  ...supportLoaders(read),
  careCountOfOrganization: careCountLoader(read, moment),
});

function careCountLoader({ careSummaries }: Readers, { viewer, now }: Moment) {
  const { areaCode } = careSummariesVisibleTo(viewer);
  return oneById(
    async (organizationIds) =>
      areaCode === null ? [] : careSummaries.counts(organizationIds.filter(isId), areaCode, now),
    ({ organizationId }) => organizationId,
  );
}
