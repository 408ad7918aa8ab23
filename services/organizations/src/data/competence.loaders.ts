import { manyByParent, perArguments } from '@onevisit/data';
import type { PlaceAndDay } from './competence.reader.ts';
import type { Readers } from './index.ts';

export const competenceLoaders = ({ competences }: Readers, today: string) => ({
  covering: perArguments((placeAndDay: PlaceAndDay) =>
    manyByParent(
      (issueTypeCodes) => competences.covering(placeAndDay, issueTypeCodes),
      ({ askedCode }) => askedCode,
    ),
  ),
  ofOrganization: manyByParent(
    (organizationIds) => competences.ofOrganizations(organizationIds, today),
    ({ organizationId }) => organizationId,
  ),
});
