import type { PageRequest } from '@onevisit/data';
import { query } from '@onevisit/kernel';
import { pageByCode } from '../page-by-code.ts';
import type { ServiceRead } from '../operation.ts';

type Question = PageRequest & Readonly<{ areaCode: string | null }>;

export const listServiceWindows = query(
  'organization:read',
  ({ read }: ServiceRead, { areaCode, ...request }: Question) =>
    pageByCode(request, (afterCode, limit) => read.serviceWindows.page({ afterCode, limit, areaCode })),
);
