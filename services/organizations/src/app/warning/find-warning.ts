import { page, type PageRequest } from '@onevisit/data';
import { nestedQuery, query } from '@onevisit/kernel';
import type { ScoreLevel } from '../../domain/scoring/score.ts';
import type { WarningState } from '../../domain/warning-notice.ts';
import type { ServiceRead } from '../operation.ts';

type Question = PageRequest & Readonly<{ level: ScoreLevel | null; state: WarningState | null }>;

/** 预警, the newest first. */
export const listWarnings = query('warning:read', ({ read }: ServiceRead, { level, state, ...request }: Question) =>
  page(
    request,
    ['id'],
    (after, limit) => read.warnings.page({ beforeId: after === null ? null : String(after[0]), level, state, limit }),
    ({ id }) => [id],
  ),
);

export const findWarning = query('warning:read', ({ load }: ServiceRead, id: string) => load.warnings.byId.load(id));

export const warningsOfOrganization = nestedQuery('warning:read', ({ load }: ServiceRead, organizationId: string) =>
  load.warnings.ofOrganization.load(organizationId),
);

export const findInterview = query('warning:read', ({ load }: ServiceRead, id: string) =>
  load.warnings.interviewById.load(id),
);

export const interviewsOfWarning = query('warning:read', ({ load }: ServiceRead, warningId: string) =>
  load.warnings.interviewsOf.load(warningId),
);
