import { BadCursorError, checkedSize, decodeCursor, pageOf, type Cursor, type PageRequest } from '@onevisit/data';
import { isId, nestedQuery, query, type StaffRole } from '@onevisit/kernel';
import type { Staff } from '../../domain/staff.ts';
import type { ServiceRead } from '../operation.ts';

type Question = PageRequest & Readonly<{ organizationId: string | null; role: StaffRole | null }>;

/** Staff by organization, its leader first. */
export const listStaff = query('staff:read', async ({ read }: ServiceRead, { first, after, ...filter }: Question) => {
  const size = checkedSize(first);
  const page = { after: placeOf(after), limit: size + 1 };
  const isNowhere = filter.organizationId !== null && !isId(filter.organizationId);
  return pageOf(isNowhere ? [] : await read.staff.page(page, filter), size, keyOf);
});

type OfOrganization = PageRequest & Readonly<{ organizationId: string }>;

/** The staff of one organization; pages of several are read together. */
export const staffOfOrganization = nestedQuery(
  'staff:read',
  async ({ load }: ServiceRead, { organizationId, first, after }: OfOrganization) => {
    const size = checkedSize(first);
    const slice = { afterNumber: placeOf(after)?.number ?? 0, limit: size + 1 };
    return pageOf(await load.staffOfOrganization(slice).load(organizationId), size, keyOf);
  },
);

const keyOf = ({ organizationId, number }: Staff): Cursor => [organizationId, number];

const mostNumber = 2 ** 31 - 1;

function placeOf(after: string | null | undefined): Readonly<{ organizationId: string; number: number }> | null {
  const [organizationId, number] = decodeCursor(after, ['string', 'number']) ?? [];
  if (organizationId === undefined) return null;

  const isPlace = typeof organizationId === 'string' && isId(organizationId) && typeof number === 'number';
  if (!isPlace || !Number.isInteger(number) || Math.abs(number) > mostNumber) throw new BadCursorError('cursor');
  return { organizationId, number };
}
