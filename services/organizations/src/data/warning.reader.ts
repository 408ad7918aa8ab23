import { fieldsOf, selected, statement, type Reader } from '@onevisit/data';
import type { Interview } from '../domain/interview.ts';
import type { WarningNotice, WarningState } from '../domain/warning-notice.ts';
import type { ScoreLevel } from '../domain/scoring/score.ts';
import { interviewTable, warningNoticeTable } from './warning.table.ts';

const warningColumns = selected(fieldsOf(warningNoticeTable), 'w');
const interviewColumns = selected(fieldsOf(interviewTable), 'i');

const byIds = statement<WarningNotice>(
  'warnings-by-id',
  `select ${warningColumns} from warning_notices w where w.id = any($1)`,
);

// Ids grow with time, so that the newest stands last in the index.
const page = statement<WarningNotice>(
  'warnings-before',
  `select ${warningColumns} from warning_notices w
   where ($1::uuid is null or w.id < $1) and ($2::text is null or w.level = $2) and ($3::text is null or w.state = $3)
   order by w.id desc limit $4`,
);

const ofOrganizations = statement<WarningNotice>(
  'warnings-by-organization',
  `select ${warningColumns} from warning_notices w where w.organization_id = any($1) order by w.id desc`,
);

const due = statement<Readonly<{ id: string; dueAt: Date }>>(
  'warnings-due',
  `select w.id, w.due_at as "dueAt" from warning_notices w where w.due_at <= $1 order by w.due_at limit $2`,
);

const interviewsByIds = statement<Interview>(
  'interviews-by-id',
  `select ${interviewColumns} from interviews i where i.id = any($1)`,
);

const interviewsOfWarnings = statement<Interview>(
  'interviews-by-warning',
  `select ${interviewColumns} from interviews i where i.warning_id = any($1) order by i.id`,
);

export type WarningPage = Readonly<{
  beforeId: string | null;
  level: ScoreLevel | null;
  state: WarningState | null;
  limit: number;
}>;

export const warningReader = ({ rows }: Reader) => ({
  byIds: (ids: readonly string[]) => rows(byIds, [ids]),
  page: ({ beforeId, level, state, limit }: WarningPage) => rows(page, [beforeId, level, state, limit]),
  ofOrganizations: (organizationIds: readonly string[]) => rows(ofOrganizations, [organizationIds]),
  due: (now: Date, limit: number) => rows(due, [now, limit]),
  interviewsByIds: (ids: readonly string[]) => rows(interviewsByIds, [ids]),
  interviewsOf: (warningIds: readonly string[]) => rows(interviewsOfWarnings, [warningIds]),
});
