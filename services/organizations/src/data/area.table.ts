import { defineTable } from '@onevisit/data';
import type { Area } from '../domain/area.ts';

export const areaTable = defineTable<Area>(
  'areas',
  { code: 'text', name: 'text', level: 'text', parentCode: 'text?', path: 'texts', population: 'integer?' },
  ['code'],
);
