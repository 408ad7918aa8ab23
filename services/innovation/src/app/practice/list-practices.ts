import { page, type Page, type PageRequest } from '@onevisit/data';
import { nestedQuery, query } from '@onevisit/kernel';
import type { Practice } from '../../domain/practice.ts';
import type { ServiceRead } from '../operation.ts';

/** Practices, in the order of their codes. */
export const listPractices = query('practice:read', ({ read }: ServiceRead, request: PageRequest) =>
  pageByCode(request, (afterCode, limit) => read.practices.page({ afterCode, limit })),
);

type OfIssueType = PageRequest & Readonly<{ issueTypeCode: string }>;

const ofIssueType = ({ load }: ServiceRead, { issueTypeCode, ...request }: OfIssueType) =>
  pageByCode(request, (afterCode, limit) => load.practicesOfIssueType({ afterCode, limit }).load(issueTypeCode));

/** Practices that help with a matter, those for its whole branch included. */
export const listPracticesOfIssueType = query('practice:read', ofIssueType);

/** The same inside the matter itself. */
export const practicesOfIssueType = nestedQuery('practice:read', ofIssueType);

const pageByCode = (
  request: PageRequest,
  rowsAfter: (afterCode: string, limit: number) => Promise<readonly Practice[]>,
): Promise<Page<Practice>> =>
  page(
    request,
    ['string'],
    (after, limit) => rowsAfter(String(after?.[0] ?? ''), limit),
    ({ code }) => [code],
  );
