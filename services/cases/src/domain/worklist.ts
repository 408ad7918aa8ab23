import { hasRole, type Role, type Viewer } from '@onevisit/kernel';

/** 待办类别. */
export type WorklistBucket =
  | 'TO_REFER'
  | 'TO_RULE_OBJECTION'
  | 'TO_RULE_COMPETENCE'
  | 'TO_ADMIT'
  | 'TO_NOTIFY'
  | 'TO_RULE_CONTEST'
  | 'TO_ASSIGN_HANDLER'
  | 'TO_HANDLE'
  | 'TO_SIGN'
  | 'TO_DELIVER'
  | 'TO_EXECUTE'
  | 'TO_VERIFY'
  | 'OVERDUE';

const bucketsByRole: readonly Readonly<{ role: Role; buckets: readonly WorklistBucket[] }>[] = [
  {
    role: 'HANDLER',
    buckets: ['TO_RULE_OBJECTION', 'TO_ADMIT', 'TO_NOTIFY', 'TO_HANDLE', 'TO_DELIVER', 'TO_EXECUTE', 'OVERDUE'],
  },
  { role: 'LEADER', buckets: ['TO_RULE_COMPETENCE', 'TO_ASSIGN_HANDLER', 'TO_SIGN', 'OVERDUE'] },
  { role: 'BUREAU', buckets: ['TO_REFER', 'TO_RULE_OBJECTION', 'TO_VERIFY', 'OVERDUE'] },
  { role: 'CHIEF', buckets: ['TO_REFER', 'TO_RULE_OBJECTION', 'OVERDUE'] },
  { role: 'SUPERVISOR', buckets: ['TO_RULE_CONTEST', 'TO_VERIFY', 'OVERDUE'] },
  { role: 'DIRECTOR', buckets: ['OVERDUE'] },
  { role: 'TASK_FORCE_LEAD', buckets: ['OVERDUE'] },
];

/** The buckets that wait for the viewer in any of their roles, in the order in which a case passes through them. */
export const bucketsOf = (viewer: Viewer): readonly WorklistBucket[] => [
  ...new Set(bucketsByRole.filter(({ role }) => hasRole(viewer, role)).flatMap(({ buckets }) => buckets)),
];
