import { newestFirst, page, type PageRequest } from '@onevisit/data';
import { query } from '@onevisit/kernel';
import type { AuditedAccess } from '../../data/access.reader.ts';
import type { ServiceRead } from '../operation.ts';

export type { AuditedAccess } from '../../data/access.reader.ts';

/** 三次以上: openings of identities, without any act on the case, by one person in seven days. */
const anomalyFrom = 3;

/** 信访人信息访问审计: every opening of an identity, the newest first; it says nothing of petitioners. */
export const auditIdentityAccesses = query('identity:audit', ({ read }: ServiceRead, request: PageRequest) =>
  page<AuditedAccess>(
    request,
    newestFirst.kinds,
    (after, limit) => read.accesses.audited({ ...newestFirst.behind(after), limit }),
    newestFirst.keyOf,
  ),
);

/** 异常: an opening without an act, and not the first of its kind within the week. */
export const isAnomalous = ({ isFollowedByAct, idleInSevenDays }: AuditedAccess): boolean =>
  !isFollowedByAct && idleInSevenDays >= anomalyFrom;
