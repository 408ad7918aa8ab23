import { publicViewer, seededId, type Role, type Viewer } from '@onevisit/kernel';

type Seat = Readonly<{ organizationCode: string; areaCode: string }>;

const cityOffice: Seat = { organizationCode: '990100-LETT', areaCode: '990100' };
const countyOffice: Seat = { organizationCode: '990102-LETT', areaCode: '990102' };
const countyDepartment: Seat = { organizationCode: '990102-HRSS', areaCode: '990102' };

const seats: Partial<Record<Role, Seat>> = {
  CLERK: countyOffice,
  BUREAU: countyOffice,
  CHIEF: countyOffice,
  HANDLER: countyDepartment,
  LEADER: countyDepartment,
};

/** Somebody in a role, at the place where the persona of that role works unless a test says otherwise. */
export function aViewer(role: Role, overrides: Partial<Viewer> = {}): Viewer {
  if (role === 'PUBLIC') return { ...publicViewer(), ...overrides };
  if (role === 'PETITIONER') return { ...publicViewer(), ...petitioner(overrides.caseId ?? null), ...overrides };
  const { organizationCode, areaCode } = seats[role] ?? cityOffice;
  return {
    ...publicViewer(),
    id: seededId('staff', `${organizationCode}/${role}`),
    roles: [role],
    organizationId: seededId('organization', organizationCode),
    areaCode,
    ...overrides,
  };
}

const petitioner = (caseId: string | null) =>
  ({ id: `case:${caseId}`, roles: ['PETITIONER'], caseId, grade: 'VIEW' }) as const;
