import { manyByParent, perArguments } from '@onevisit/data';
import type { OrganizationKind } from '../domain/organization.ts';
import type { Readers } from './index.ts';
import { loadersByTwoKeys } from './two-keys.ts';

type Slice = Readonly<{ afterCode: string; limit: number }>;

export function organizationLoaders({ organizations }: Readers, day: string) {
  const { byId, byCode, remember } = loadersByTwoKeys(organizations);

  const underArea = perArguments((slice: Slice & Readonly<{ kind: OrganizationKind | null }>) =>
    manyByParent(
      async (areaCodes) => remember(await organizations.underAreas({ ...slice, day }, areaCodes)),
      ({ parent }) => parent,
    ),
  );
  const subordinatesOf = perArguments((slice: Slice) =>
    manyByParent(
      async (superiorIds) => remember(await organizations.subordinatesOf({ ...slice, day }, superiorIds)),
      ({ parent }) => parent,
    ),
  );

  return { byId, byCode, remember, underArea, subordinatesOf };
}
