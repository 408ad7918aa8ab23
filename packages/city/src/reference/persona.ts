import { staffRoles, type StaffRole } from '@onevisit/kernel';
import { organizationByCode } from './organizations.ts';
import { staffOf } from './staff-list.ts';

/** `clerk`, `task-force-lead`: the name of a role in small letters. */
export type PersonaName =
  | 'clerk'
  | 'bureau'
  | 'handler'
  | 'leader'
  | 'chief'
  | 'director'
  | 'task-force-lead'
  | 'supervisor'
  | 'reviewer'
  | 'mediator'
  | 'discipline'
  | 'analyst'
  | 'care-officer'
  | 'innovation-lead'
  | 'developer'
  | 'auditor';

/** Somebody of the staff in one of their roles. */
export type Persona = Readonly<{
  name: PersonaName;
  staffCode: string;
  displayName: string;
  roles: readonly StaffRole[];
  organizationCode: string;
  areaCode: string;
  /** 专班 that the persona leads. */
  taskForceCode: string | null;
}>;

const places: Readonly<Record<PersonaName, string>> = {
  clerk: '990102-LETT',
  bureau: '990102-LETT',
  handler: '990102-HRSS',
  leader: '990102-HRSS',
  chief: '990102-LETT',
  director: '990100-LETT',
  'task-force-lead': '990100-LETT',
  supervisor: '990100-LETT-SUPERVISION',
  reviewer: '990100-LETT-REVIEW',
  mediator: '990100-LETT-RECEPTION',
  discipline: '990100-DISC',
  analyst: '990100-LETT-ANALYSIS',
  'care-officer': '990100-LETT-PARTY',
  'innovation-lead': '990100-LETT-GENERAL',
  developer: '990100-HRSS',
  auditor: '990100-JCO',
};

export const personaNames = Object.keys(places) as readonly PersonaName[];

const roleOf = (name: PersonaName): StaffRole | undefined =>
  staffRoles.find((role) => role === name.replaceAll('-', '_').toUpperCase());

/** That persona in another organization; null where nobody has the role there. */
export function personaAt(name: PersonaName, organizationCode: string): Persona | null {
  const organization = organizationByCode.get(organizationCode);
  const role = roleOf(name);
  if (!organization || !role) return null;

  const holders = staffOf(organizationCode).filter(({ roles }) => roles.includes(role));
  // A role of one's own before one that comes with another.
  const [holder] = holders.toSorted((a, b) => a.roles.length - b.roles.length || a.number - b.number);
  if (!holder) return null;

  return {
    name,
    staffCode: holder.code,
    displayName: holder.displayName,
    roles: [role],
    organizationCode,
    areaCode: organization.areaCode,
    taskForceCode: role === 'TASK_FORCE_LEAD' ? holder.taskForceCode : null,
  };
}

/** One persona for every role, at home. */
export const personas: readonly Persona[] = personaNames
  .map((name) => personaAt(name, places[name]))
  .filter((persona) => persona !== null);

export const personaByName: ReadonlyMap<string, Persona> = new Map(personas.map((persona) => [persona.name, persona]));
