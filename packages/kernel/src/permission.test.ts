import { describe, expect, it } from '@jest/globals';
import {
  authorize,
  ForbiddenError,
  isPermitted,
  permissions,
  publicViewer,
  staffRoles,
  systemViewer,
  type Permission,
  type Role,
  type Viewer,
} from './index.ts';

const roles: readonly Role[] = [...staffRoles, 'PETITIONER', 'PUBLIC'];
const names = Object.keys(permissions) as readonly Permission[];
const inRole = (...held: readonly Role[]): Viewer => ({ ...publicViewer(), roles: held });
const permittedTo = (role: Role) => names.filter((permission) => isPermitted(inRole(role), permission));

describe('permissions', () => {
  it.each(names)('%s belongs to somebody, and to roles that there are', (permission) => {
    const holders = permissions[permission];
    expect(holders.length).toBeGreaterThan(0);
    expect(holders.filter((role) => !roles.includes(role))).toEqual([]);
    expect(new Set(holders).size).toBe(holders.length);
  });

  it.each(names)('%s is denied to every role that it does not list', (permission) => {
    const permitted = roles.filter((role) => isPermitted(inRole(role), permission));
    expect(permitted).toEqual(roles.filter((role) => permissions[permission].includes(role)));
  });

  it('leave to those without a token what everybody may know, and to show a tracking code', () => {
    expect(permittedTo('PUBLIC')).toEqual([
      'anonymous:speak',
      'area:read',
      'calendar:read',
      'capability:verify',
      'competence:read',
      'indicator:read',
      'issue-type:read',
      'organization:read',
      'receipt:verify',
      'rule-set:read',
    ]);
  });

  it('let the petitioner do nothing that staff decides', () => {
    const ofPetitioners = permittedTo('PETITIONER').filter((permission) => !isPermitted(inRole('PUBLIC'), permission));
    expect(ofPetitioners).toEqual([
      'admission:contest',
      'capability:rotate',
      'case:read',
      'case:track',
      'execution:confirm',
      'result:confirm',
    ]);
  });

  it.each<[Permission, readonly Role[]]>([
    ['case:open', ['CLERK']],
    ['case:refer', ['BUREAU', 'CHIEF']],
    ['case:assign', ['BUREAU', 'CHIEF']],
    ['admission:decide', ['HANDLER']],
    ['notice:deliver', ['HANDLER']],
    ['admission:contest', ['PETITIONER', 'CLERK']],
    ['contest:rule', ['SUPERVISOR']],
    ['case:pass-down', ['HANDLER']],
    ['objection:raise', ['HANDLER']],
    ['objection:rule', ['BUREAU', 'CHIEF', 'HANDLER']],
    ['competence:rule', ['LEADER']],
    ['report-back:submit', ['HANDLER']],
    ['heard:record', ['HANDLER']],
    ['opinion:draft', ['HANDLER']],
    ['delivery:record', ['HANDLER']],
    ['execution:add', ['HANDLER']],
    ['execution:report', ['HANDLER']],
    ['execution:verify', ['SUPERVISOR', 'BUREAU']],
    ['execution:confirm', ['PETITIONER']],
    ['handler:assign', ['LEADER']],
    ['opinion:sign', ['LEADER']],
    ['identity:unseal', ['CLERK', 'BUREAU', 'HANDLER', 'LEADER', 'CHIEF']],
    ['result:confirm', ['PETITIONER']],
    ['care-request:respond', ['CARE_OFFICER']],
    ['care-request:read-overdue', ['DIRECTOR']],
    ['support:rate', ['CHIEF']],
    ['support:request', ['CHIEF', 'BUREAU']],
    ['wellbeing:read', ['CHIEF', 'DIRECTOR', 'CARE_OFFICER']],
    ['suggestion:decide', ['LEADER', 'CHIEF', 'DIRECTOR']],
    ['project:propose', ['INNOVATION_LEAD', 'CHIEF', 'LEADER']],
    ['project:approve', ['DIRECTOR']],
    ['project:start-pilot', ['INNOVATION_LEAD']],
  ])('give %s to %j', (permission, holders) => {
    expect(permissions[permission]).toEqual(holders);
  });

  it('keep who drafts an opinion from signing it', () => {
    const drafters = roles.filter((role) => isPermitted(inRole(role), 'opinion:draft'));
    expect(drafters.filter((role) => isPermitted(inRole(role), 'opinion:sign'))).toEqual([]);
  });
});

describe('authorize', () => {
  it('passes who has the permission in any of several roles', () => {
    expect(() => authorize(inRole('AUDITOR', 'CLERK'), 'case:open')).not.toThrow();
  });

  it.each<[string, Viewer, string]>([
    ['somebody in another role', inRole('HANDLER'), 'FORBIDDEN'],
    ['nobody in particular', publicViewer(), 'UNAUTHENTICATED'],
    ['the system, which asks for nothing', systemViewer, 'UNAUTHENTICATED'],
  ])('refuses %s', (_who, viewer, code) => {
    expect(() => authorize(viewer, 'case:open')).toThrow(ForbiddenError);
    expect(() => authorize(viewer, 'case:open')).toThrow(expect.objectContaining({ code }));
  });
});
