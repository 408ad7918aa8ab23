import { manyByParent, oneById, perArguments } from '@onevisit/data';
import { isId } from '@onevisit/kernel';
import type { Organization, OrganizationKind } from '../domain/organization.ts';
import type { Readers } from './index.ts';

type Slice = Readonly<{ afterCode: string; limit: number }>;

export function organizationLoaders({ organizations }: Readers, day: string) {
  const organizationById = oneById(
    async (ids) => remembered(await organizations.byIds(ids.filter(isId))),
    ({ id }) => id,
  );
  const organizationByCode = oneById(
    async (codes) => remembered(await organizations.byCodes(codes)),
    ({ code }) => code,
  );
  const organizationsUnderArea = perArguments((slice: Slice & Readonly<{ kind: OrganizationKind | null }>) =>
    manyByParent(
      async (areaCodes) => remembered(await organizations.underAreas({ ...slice, day }, areaCodes)),
      ({ parent }) => parent,
    ),
  );
  const subordinatesOf = perArguments((slice: Slice) =>
    manyByParent(
      async (superiorIds) => remembered(await organizations.subordinatesOf({ ...slice, day }, superiorIds)),
      ({ parent }) => parent,
    ),
  );

  /** What one statement has read, no other reads again. */
  function remembered<Row extends Organization>(rows: readonly Row[]): readonly Row[] {
    for (const row of rows) {
      organizationById.prime(row.id, row);
      organizationByCode.prime(row.code, row);
    }
    return rows;
  }

  return {
    organizationById,
    organizationByCode,
    organizationsUnderArea,
    subordinatesOf,
    rememberOrganizations: remembered,
  };
}
