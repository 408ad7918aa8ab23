import { hasRole, type Viewer } from '@onevisit/kernel';
import type { CaseStatus } from './case.ts';

export type WorklistBucket =
  | 'TO_REFER'
  | 'TO_ADMIT'
  | 'TO_NOTIFY'
  | 'TO_ASSIGN_HANDLER'
  | 'TO_HANDLE'
  | 'TO_SIGN'
  | 'TO_DELIVER'
  | 'TO_EXECUTE'
  | 'TO_VERIFY'
  | 'OVERDUE';

/** Whose cases a worklist is made of. */
export type WorklistOwner =
  | Readonly<{ kind: 'RESPONSIBLE'; organizationId: string }>
  | Readonly<{ kind: 'HANDLER'; staffId: string; organizationId: string }>
  | Readonly<{ kind: 'SCOPE'; scope: string }>;

/** What is in a bucket, beside whose it is. */
export type WorklistConditions = Readonly<{
  statuses: readonly CaseStatus[];
  isOverdue?: boolean;
  noticePending?: boolean;
  draftReady?: boolean;
  executionState?: 'OWED' | 'REPORTED';
}>;

const everyOpen: readonly CaseStatus[] = [
  'REGISTERED',
  'REFERRED',
  'ADMITTED',
  'IN_HANDLING',
  'REPLIED',
  'DELIVERED',
  'EXECUTING',
];

export const bucketConditions: Readonly<Record<WorklistBucket, WorklistConditions>> = {
  TO_REFER: { statuses: ['REGISTERED'] },
  TO_ADMIT: { statuses: ['REFERRED', 'REGISTERED'] },
  TO_NOTIFY: { statuses: ['ADMITTED', 'IN_HANDLING', 'REPLIED', 'DELIVERED', 'EXECUTING'], noticePending: true },
  TO_ASSIGN_HANDLER: { statuses: ['ADMITTED'] },
  TO_HANDLE: { statuses: ['IN_HANDLING'] },
  TO_SIGN: { statuses: ['IN_HANDLING'], draftReady: true },
  TO_DELIVER: { statuses: ['REPLIED'] },
  TO_EXECUTE: { statuses: ['EXECUTING'], executionState: 'OWED' },
  TO_VERIFY: { statuses: ['EXECUTING'], executionState: 'REPORTED' },
  OVERDUE: { statuses: everyOpen, isOverdue: true },
};

/** The buckets that wait for each kind of viewer, in the order in which a case passes through them. */
export function bucketsOf(viewer: Viewer): readonly WorklistBucket[] {
  if (hasRole(viewer, 'HANDLER')) return ['TO_ADMIT', 'TO_NOTIFY', 'TO_HANDLE', 'TO_DELIVER', 'TO_EXECUTE', 'OVERDUE'];
  if (hasRole(viewer, 'LEADER')) return ['TO_ASSIGN_HANDLER', 'TO_SIGN', 'OVERDUE'];
  if (hasRole(viewer, 'BUREAU')) return ['TO_REFER', 'TO_VERIFY', 'OVERDUE'];
  if (hasRole(viewer, 'CHIEF')) return ['TO_REFER', 'OVERDUE'];
  if (hasRole(viewer, 'SUPERVISOR')) return ['TO_VERIFY', 'OVERDUE'];
  if (hasRole(viewer, 'DIRECTOR', 'TASK_FORCE_LEAD')) return ['OVERDUE'];
  return [];
}
