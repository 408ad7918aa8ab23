import type { Area } from '../domain/area.ts';
import { organizationChanged } from '../domain/organization.events.ts';
import type { Organization } from '../domain/organization.ts';
import type { ServiceTx } from './operation.ts';

/** What this service is told once, when it begins: the areas and who works in them. */
export type Reference = Readonly<{
  areas: readonly Area[];
  organizations: readonly Organization[];
}>;

/** Writes the reference data into the empty store and tells the other subgraphs; does nothing the second time. */
export async function recordReference(tx: ServiceTx, reference: Reference): Promise<void> {
  if (!(await tx.areas.isEmptyWhenLocked())) return;

  const pathByArea = new Map(reference.areas.map(({ code, path }) => [code, path]));
  const placed = reference.organizations.map((organization) => ({
    organization,
    areaPath: pathByArea.get(organization.areaCode) ?? [],
  }));
  await tx.areas.insertAll(reference.areas);
  await tx.organizations.insertAll(placed);
  for (const { organization, areaPath } of placed) tx.emit(organizationChanged(organization, areaPath));
}
