import { hasRole, type Viewer } from '@onevisit/kernel';

/** 待办类别. */
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
