import { manyByParent, perArguments } from '@onevisit/data';
import type { Readers } from './index.ts';
import type { ValueSlice } from './indicator-value.reader.ts';

export const indicatorValueLoaders = ({ indicatorValues }: Readers) => ({
  ofIndicator: perArguments((slice: ValueSlice) =>
    manyByParent(
      (codes) => indicatorValues.ofIndicators(slice, codes),
      ({ code }) => code,
    ),
  ),
  ofOrganization: perArguments(({ period }: Readonly<{ period: string }>) =>
    manyByParent(
      (organizationIds) => indicatorValues.ofOrganizations(period, organizationIds),
      ({ organizationId }) => organizationId,
    ),
  ),
});
