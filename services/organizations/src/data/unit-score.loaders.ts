import { manyByParent, oneById, perArguments } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Readers } from './index.ts';

type InQuarter = Readonly<{ quarter: string }>;

export const unitScoreLoaders = ({ unitScores }: Readers) => ({
  byId: oneById(
    (ids) => unitScores.byIds(ids.filter(isId)),
    ({ id }) => id,
  ),
  ofOrganization: perArguments(({ quarter }: InQuarter) =>
    oneById(
      (organizationIds) => unitScores.ofOrganizations(quarter, organizationIds),
      ({ organizationId }) => organizationId,
    ),
  ),
  medianOf: perArguments(({ quarter }: InQuarter) =>
    oneById(
      (peerGroups) => unitScores.medians(quarter, peerGroups),
      ({ peerGroup }) => peerGroup,
    ),
  ),
  entriesOf: manyByParent(unitScores.entriesOf, ({ unitScoreId }) => unitScoreId),
  entryById: oneById(
    (ids) => unitScores.entriesByIds(ids.filter(isId)),
    ({ id }) => id,
  ),
});
