import { staffRoles, type Role } from './role.ts';
import { isPublic, type Viewer } from './viewer.ts';

const everyone: readonly Role[] = [...staffRoles, 'PETITIONER', 'PUBLIC'];
const staff: readonly Role[] = staffRoles;
const readers = [
  'CLERK',
  'BUREAU',
  'HANDLER',
  'LEADER',
  'CHIEF',
  'DIRECTOR',
  'SUPERVISOR',
  'TASK_FORCE_LEAD',
  'DEVELOPER',
] as const satisfies readonly Role[];

/**
 * Who may do what. A verb names one of these permissions or does not compile; a role that is not listed is denied.
 * Which rows a permitted role sees is decided by the policies in each service's domain/.
 */
const rolesByPermission = {
  'accusation:hand-over': ['BUREAU', 'HANDLER', 'LEADER', 'DISCIPLINE'],
  'accusation:intake': ['BUREAU', 'DISCIPLINE'],
  'accusation:receive': ['DISCIPLINE'],
  'admission:contest': ['PETITIONER', 'CLERK'],
  'admission:decide': ['HANDLER'],
  'anonymous-token:issue': staff,
  'anonymous:speak': ['PUBLIC'],
  'area:read': everyone,
  'calendar:read': everyone,
  'campaign:read': staff,
  'capability:rotate': ['PETITIONER'],
  'capability:verify': ['PUBLIC'],
  'care-request:close': staff,
  'care-request:file': staff,
  'care-request:read': staff,
  'care-request:read-overdue': ['DIRECTOR'],
  'care-request:respond': ['CARE_OFFICER'],
  'care-summary:read': ['CHIEF', 'DIRECTOR', 'CARE_OFFICER'],
  'case:assign': ['BUREAU', 'CHIEF'],
  'case:open': ['CLERK'],
  'case:pass-down': ['HANDLER'],
  'case:read': [...readers, 'PETITIONER'],
  'case:read-statistics': [...readers, 'ANALYST', 'INNOVATION_LEAD'],
  'case:refer': ['BUREAU', 'CHIEF'],
  'case:track': ['PETITIONER'],
  'chain:verify': ['SUPERVISOR', 'AUDITOR'],
  'competence:read': everyone,
  'competence:rule': ['LEADER'],
  'deadline:read': ['BUREAU', 'HANDLER', 'LEADER', 'CHIEF', 'DIRECTOR', 'SUPERVISOR', 'TASK_FORCE_LEAD'],
  'contest:rule': ['SUPERVISOR'],
  'delivery:record': ['HANDLER'],
  'execution:add': ['HANDLER'],
  'execution:confirm': ['PETITIONER'],
  'execution:report': ['HANDLER'],
  'execution:verify': ['SUPERVISOR', 'BUREAU'],
  'handler:assign': ['LEADER'],
  'heard:record': ['HANDLER'],
  'identity:audit': ['SUPERVISOR', 'AUDITOR'],
  'identity:unseal': ['CLERK', 'BUREAU', 'HANDLER', 'LEADER', 'CHIEF'],
  'indicator:read': everyone,
  'interview:decide': ['LEADER'],
  'issue-type:read': everyone,
  'notice:deliver': ['HANDLER'],
  'objection:raise': ['HANDLER'],
  'objection:rule': ['BUREAU', 'CHIEF', 'HANDLER'],
  'opinion:draft': ['HANDLER'],
  'opinion:sign': ['LEADER'],
  'organization:read': everyone,
  'practice:read': staff,
  'project:approve': ['DIRECTOR'],
  'project:evaluate': ['INNOVATION_LEAD'],
  'project:plan': staff,
  'project:propose': ['INNOVATION_LEAD', 'CHIEF', 'LEADER'],
  'project:read': staff,
  'project:replicate': ['INNOVATION_LEAD'],
  'project:showcase': ['DIRECTOR', 'INNOVATION_LEAD'],
  'project:standardize': ['DIRECTOR'],
  'project:start-pilot': ['INNOVATION_LEAD'],
  'project:stop': ['DIRECTOR', 'INNOVATION_LEAD'],
  'project:sustain': ['DIRECTOR'],
  'receipt:verify': everyone,
  'report-back:submit': ['HANDLER'],
  'result:confirm': ['PETITIONER'],
  'rule-set:draft': ['ANALYST', 'DIRECTOR'],
  'rule-set:publish': ['DIRECTOR'],
  'rule-set:read': everyone,
  'score:appeal': ['CHIEF', 'LEADER'],
  'score:confirm-bureau': ['LEADER'],
  'score:draw-up': ['SUPERVISOR'],
  'score:read': staff,
  'score:rule-appeal': ['CHIEF', 'LEADER'],
  'staff:read': staff,
  'suggestion:decide': ['LEADER', 'CHIEF', 'DIRECTOR'],
  'suggestion:post': staff,
  'suggestion:read': staff,
  'target:set': ['DIRECTOR', 'TASK_FORCE_LEAD'],
  'support-rating:read': staff,
  'support:answer': ['BUREAU', 'LEADER', 'DIRECTOR', 'CARE_OFFICER'],
  'support:rate': ['CHIEF'],
  'support:read': ['CHIEF', 'BUREAU', 'LEADER', 'DIRECTOR', 'CARE_OFFICER'],
  'support:request': ['CHIEF', 'BUREAU'],
  'task-force:read': staff,
  'warning:answer': ['CHIEF', 'LEADER'],
  'warning:oversee': ['DIRECTOR', 'SUPERVISOR', 'LEADER'],
  'warning:read': staff,
  'wellbeing:read': ['CHIEF', 'DIRECTOR', 'CARE_OFFICER'],
  'worklist:read': staff,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof rolesByPermission;

export const permissions: Readonly<Record<Permission, readonly Role[]>> = rolesByPermission;

/** The role may not do this. Told to the client as FORBIDDEN, or UNAUTHENTICATED where nobody has logged in. */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError';
  readonly code: 'FORBIDDEN' | 'UNAUTHENTICATED';

  constructor(viewer: Viewer, permission: Permission) {
    super(`needs ${permission}`);
    this.code = isPublic(viewer) ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  }
}

export const isPermitted = (viewer: Viewer, permission: Permission): boolean =>
  viewer.roles.some((role) => permissions[permission].includes(role));

export function authorize(viewer: Viewer, permission: Permission): void {
  if (!isPermitted(viewer, permission)) throw new ForbiddenError(viewer, permission);
}
