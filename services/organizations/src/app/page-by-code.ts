import { page, type Page, type PageRequest } from '@onevisit/data';

/** A page of a list that is in the order of its codes, as every list of this service is. */
export const pageByCode = <Row extends Readonly<{ code: string }>>(
  request: PageRequest,
  rowsAfter: (afterCode: string, limit: number) => Promise<readonly Row[]>,
): Promise<Page<Row>> =>
  page(
    request,
    ['string'],
    (after, limit) => rowsAfter(String(after?.[0] ?? ''), limit),
    ({ code }) => [code],
  );
