import type { PageRequest } from '@onevisit/data';
import { query } from '@onevisit/kernel';
import type { OrganizationKind } from '../../domain/organization.ts';
import { pageByCode } from '../page-by-code.ts';
import type { ServiceRead } from '../operation.ts';

type Question = PageRequest & Readonly<{ kind: OrganizationKind | null }>;

/** Every organization in force. */
export const listOrganizations = query(
  'organization:read',
  ({ read, load, today }: ServiceRead, { kind, ...request }: Question) =>
    pageByCode(request, async (afterCode, limit) =>
      load.organizations.remember(await read.organizations.page({ afterCode, limit, kind, day: today })),
    ),
);

/** The organizations in force of an area and of all areas below it. */
export const organizationsUnderArea = query(
  'organization:read',
  ({ load }: ServiceRead, { areaCode, kind, ...request }: Question & Readonly<{ areaCode: string }>) =>
    pageByCode(request, (afterCode, limit) => load.organizations.underArea({ afterCode, limit, kind }).load(areaCode)),
);

/** The organizations in force whose work the superior directs. */
export const subordinatesOf = query(
  'organization:read',
  ({ load }: ServiceRead, { superiorId, ...request }: PageRequest & Readonly<{ superiorId: string }>) =>
    pageByCode(request, (afterCode, limit) => load.organizations.subordinatesOf({ afterCode, limit }).load(superiorId)),
);
