import { defineTable } from '@onevisit/data';
import type { Organization, OrganizationKind } from '../domain/organization.ts';

export const organizationTable = defineTable<Organization>('organizations', {
  id: 'uuid',
  version: 'integer',
  code: 'text',
  name: 'text',
  shortName: 'text',
  kind: 'text',
  level: 'text',
  areaCode: 'text',
  superiorId: 'uuid?',
  successorId: 'uuid?',
  isVertical: 'boolean',
  functions: 'texts',
  peerGroup: 'text?',
  validFrom: 'day',
  validTo: 'day?',
});

/** An organization under one of the areas that it lies in: its own and every area above. A subtree is one index range. */
export type OrganizationArea = Readonly<{
  areaCode: string;
  organizationCode: string;
  organizationId: string;
  kind: OrganizationKind;
}>;

export const organizationAreaTable = defineTable<OrganizationArea>(
  'organization_areas',
  { areaCode: 'text', organizationCode: 'text', organizationId: 'uuid', kind: 'text' },
  ['areaCode', 'organizationCode'],
);
