/** What a person may be in the graph; a token carries one or more. The names are the personas' in capitals. */
export const staffRoles = [
  'CLERK',
  'BUREAU',
  'HANDLER',
  'LEADER',
  'CHIEF',
  'DIRECTOR',
  'TASK_FORCE_LEAD',
  'SUPERVISOR',
  'REVIEWER',
  'MEDIATOR',
  'DISCIPLINE',
  'ANALYST',
  'CARE_OFFICER',
  'INNOVATION_LEAD',
  'DEVELOPER',
  'AUDITOR',
] as const;

export type StaffRole = (typeof staffRoles)[number];

/** PETITIONER (信访人) holds a capability for one case; PUBLIC has no token at all. */
export type Role = StaffRole | 'PETITIONER' | 'PUBLIC';
