import { describe, expect, it } from '@jest/globals';
import { hasRole, isPublic, publicViewer, systemViewer } from './index.ts';

const clerk = { ...publicViewer(), roles: ['CLERK', 'LEADER'] as const };

describe('hasRole', () => {
  it('is true for any of the roles that are asked for', () => {
    expect([hasRole(clerk, 'LEADER'), hasRole(clerk, 'CHIEF', 'CLERK'), hasRole(clerk, 'CHIEF')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is false where no role is asked for', () => {
    expect(hasRole(clerk)).toBe(false);
  });
});

describe('isPublic', () => {
  it('is true of those without a token, and of nobody who holds a role', () => {
    expect([isPublic(publicViewer()), isPublic(clerk), isPublic({ ...clerk, roles: ['PUBLIC', 'CLERK'] })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('systemViewer', () => {
  it('belongs to nobody and holds no role', () => {
    expect([systemViewer.roles, systemViewer.organizationId, systemViewer.caseId]).toEqual([[], null, null]);
  });
});
