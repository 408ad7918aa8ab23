import type { FieldsOf } from '@onevisit/subgraph';
import { areasOnPath, childrenOfArea, findArea } from '../app/area/find-area.ts';
import { listAreas } from '../app/area/list-areas.ts';
import { organizationsUnderArea } from '../app/organization/list-organizations.ts';
import type { Area } from '../domain/area.ts';
import type { AreaResolvers, QueryResolvers } from './generated.ts';

export const areaQueries = {
  area: (_, { code }, operation) => findArea(operation, code),
  areas: (_, { first, after, level }, operation) => listAreas(operation, { first, after, level: level ?? null }),
} satisfies Partial<QueryResolvers>;

export const areaFields: FieldsOf<AreaResolvers, Area> = {
  __resolveReference: ({ code }, operation) => findArea(operation, code),
  parent: ({ parentCode }, _, operation) => (parentCode === null ? null : findArea(operation, parentCode)),
  children: ({ code }, _, operation) => childrenOfArea(operation, code),
  path: ({ path }, _, operation) => areasOnPath(operation, path),
  organizations: ({ code }, { first, after, kind }, operation) =>
    organizationsUnderArea(operation, { areaCode: code, first, after, kind: kind ?? null }),
};
