import type { PageRequest } from '@onevisit/data';
import { query } from '@onevisit/kernel';
import type { AdministrativeLevel } from '../../domain/area.ts';
import { pageByCode } from '../page-by-code.ts';
import type { ServiceRead } from '../operation.ts';

type Question = PageRequest & Readonly<{ level: AdministrativeLevel | null }>;

export const listAreas = query('area:read', ({ read }: ServiceRead, { level, ...request }: Question) =>
  pageByCode(request, (afterCode, limit) => read.areas.page({ afterCode, limit, level })),
);
