import { seededId } from '@onevisit/kernel';
import type { Area } from '../domain/area.ts';
import type { Organization } from '../domain/organization.ts';

export const anArea = (overrides: Partial<Area> = {}): Area => ({
  code: '990100',
  name: '云泽市',
  level: 'CITY',
  parentCode: null,
  path: [overrides.code ?? '990100'],
  population: null,
  ...overrides,
});

export const anOrganization = (overrides: Partial<Organization> = {}): Organization => ({
  id: seededId('organization', overrides.code ?? '990100-HRSS'),
  version: 1,
  code: '990100-HRSS',
  name: '云泽市人力资源和社会保障局',
  shortName: '市人社局',
  kind: 'DEPARTMENT',
  level: 'CITY',
  areaCode: '990100',
  superiorId: null,
  successorId: null,
  isVertical: false,
  functions: ['HRSS'],
  peerGroup: null,
  validFrom: '2024-01-01',
  validTo: null,
  ...overrides,
});
