import { page, type PageRequest } from '@onevisit/data';
import { query } from '@onevisit/kernel';
import type { ServiceRead } from '../operation.ts';

type Question = PageRequest & Readonly<{ code: string; period: string }>;

/** The values of an indicator in a period, in the order of the organizations' codes. */
export const valuesOfIndicator = query(
  'indicator:read',
  ({ load }: ServiceRead, { code, period, ...request }: Question) =>
    page(
      request,
      ['string'],
      (after, limit) =>
        load.indicatorValues.ofIndicator({ period, afterCode: String(after?.[0] ?? ''), limit }).load(code),
      ({ organizationCode }) => [organizationCode],
    ),
);

/** All indicators of an organization in a period. */
export const valuesOfOrganization = query(
  'indicator:read',
  ({ load }: ServiceRead, { organizationId, period }: Readonly<{ organizationId: string; period: string }>) =>
    load.indicatorValues.ofOrganization({ period }).load(organizationId),
);
