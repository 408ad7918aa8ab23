import { BadCursorError, page, type PageRequest } from '@onevisit/data';
import { query } from '@onevisit/kernel';
import type { AuditAnchor } from '../../domain/audit-anchor.ts';
import type { ServiceRead } from '../operation.ts';

/** 日锚, the newest first. */
export const listAuditAnchors = query('chain:verify', ({ read }: ServiceRead, request: PageRequest) =>
  page<AuditAnchor>(
    request,
    ['string'],
    (after, limit) => read.audit.anchorsBefore(after === null ? null : dayOf(after[0]), limit),
    ({ date }) => [date],
  ),
);

function dayOf(given: unknown): string {
  if (typeof given !== 'string' || !/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(given)) {
    throw new BadCursorError('cursor');
  }
  return given;
}
