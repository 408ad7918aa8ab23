import { describe, expect, it } from '@jest/globals';
import { publicViewer, seededId, type Role, type Viewer } from '@onevisit/kernel';
import { story } from '../testing/case-files.ts';
import {
  canReadMaskedName,
  canReadNarrative,
  canSeeCase,
  canUnseal,
  knowledgeOf,
  knowsThatSealed,
  levelOf,
  scopeOf,
  scopesOfViewer,
} from './case.policy.ts';

const as = (role: Role, overrides: Partial<Viewer> = {}): Viewer => ({
  ...publicViewer(),
  id: `the ${role}`,
  roles: [role],
  organizationId: 'unit',
  areaCode: '990102',
  ...overrides,
});
const file = story.heard();
const sees = (viewer: Viewer): boolean => canSeeCase(viewer, file.case, file.scopes);

describe('scopeOf', () => {
  it.each<[Role, string]>([
    ['CLERK', 'O:unit'],
    ['HANDLER', 'O:unit'],
    ['LEADER', 'O:unit'],
    ['DEVELOPER', 'O:unit'],
    ['BUREAU', 'A:990102'],
    ['CHIEF', 'A:990102'],
    ['DIRECTOR', 'A:990100'],
    ['SUPERVISOR', 'A:990100'],
  ])('a %s looks by %s', (role, scope) => {
    expect(scopeOf(as(role))).toBe(scope);
  });

  it('a task-force lead looks by the task force, and everybody else by nothing', () => {
    const scope = `T:${seededId('task-force', 'TF-BACKLOG')}`;
    expect(scopeOf(as('TASK_FORCE_LEAD', { taskForceCode: 'TF-BACKLOG' }))).toBe(scope);
    expect(scopeOf(as('TASK_FORCE_LEAD'))).toBeNull();
    expect(scopeOf(as('ANALYST'))).toBeNull();
    expect(scopeOf(publicViewer())).toBeNull();
  });
});

describe('canSeeCase', () => {
  it('is for the organizations and areas that the case has been with, and for nobody of another county', () => {
    expect(sees(as('HANDLER'))).toBe(true);
    expect(sees(as('CLERK', { organizationId: 'bureau' }))).toBe(true);
    expect(sees(as('BUREAU'))).toBe(true);
    expect(sees(as('DIRECTOR', { areaCode: '990100' }))).toBe(true);
    expect(sees(as('HANDLER', { organizationId: 'other-unit' }))).toBe(false);
    expect(sees(as('BUREAU', { areaCode: '990103' }))).toBe(false);
    expect(sees(as('ANALYST'))).toBe(false);
  });

  it('is for the petitioner of that case, and of no other', () => {
    expect(sees(as('PETITIONER', { caseId: 'case' }))).toBe(true);
    expect(sees(as('PETITIONER', { caseId: 'another' }))).toBe(false);
  });

  it('of a sealed case only who registered it and the discipline intake know', () => {
    const sealed = story.registered({ category: 'ACCUSATION' });
    const knows = (viewer: Viewer): boolean => canSeeCase(viewer, sealed.case, sealed.scopes);
    expect(knows(as('CLERK', { id: 'clerk', organizationId: 'bureau' }))).toBe(true);
    expect(knows(as('CLERK', { id: 'colleague', organizationId: 'bureau' }))).toBe(false);
    expect(knows(as('DISCIPLINE'))).toBe(true);
    for (const role of ['BUREAU', 'CHIEF', 'DIRECTOR', 'SUPERVISOR'] as const) expect(knows(as(role))).toBe(false);
    expect(canReadNarrative(as('CLERK', { id: 'clerk', organizationId: 'bureau' }), sealed.case)).toBe(false);
    expect(canUnseal(as('CLERK', { id: 'clerk', organizationId: 'bureau' }), sealed.case)).toBe(false);
  });

  it('the office that received a sealed case knows that it is sealed, but where it is about itself', () => {
    const knows = (viewer: Viewer, respondentIds: readonly string[] = ['unit']): boolean =>
      knowsThatSealed(viewer, story.registered({ category: 'ACCUSATION', respondentIds }), ['bureau', 'section']);
    expect(knows(as('BUREAU', { organizationId: 'bureau' }))).toBe(true);
    expect(knows(as('BUREAU', { organizationId: 'city-bureau' }))).toBe(false);
    expect(knows(as('BUREAU', { organizationId: 'bureau' }), ['unit', 'section'])).toBe(false);
    expect(knowsThatSealed(as('BUREAU', { organizationId: 'bureau' }), file, [])).toBe(false);
  });
});

describe('what is read of a case', () => {
  it('the narrative is for those who handle it, who received it, who refer it, and the petitioner', () => {
    const reads = (viewer: Viewer): boolean => canReadNarrative(viewer, file.case);
    expect(reads(as('HANDLER'))).toBe(true);
    expect(reads(as('CLERK', { organizationId: 'bureau' }))).toBe(true);
    expect(reads(as('BUREAU'))).toBe(true);
    expect(reads(as('PETITIONER', { caseId: 'case' }))).toBe(true);
    expect(reads(as('HANDLER', { organizationId: 'other-unit' }))).toBe(false);
    for (const role of ['DIRECTOR', 'SUPERVISOR', 'TASK_FORCE_LEAD', 'DEVELOPER', 'AUDITOR'] as const)
      expect(reads(as(role))).toBe(false);
  });

  it('the masked name is for the handler, the leader and the clerk who served', () => {
    const reads = (viewer: Viewer): boolean => canReadMaskedName(viewer, file.case);
    expect(reads(as('HANDLER', { id: 'handler' }))).toBe(true);
    expect(reads(as('HANDLER', { id: 'colleague' }))).toBe(false);
    expect(reads(as('LEADER'))).toBe(true);
    expect(reads(as('CLERK', { id: 'clerk', organizationId: 'bureau' }))).toBe(true);
    expect(reads(as('CLERK', { id: 'colleague', organizationId: 'bureau' }))).toBe(false);
    expect(reads(as('BUREAU'))).toBe(false);
  });

  it('the history is known as far as one stands to the case', () => {
    expect(knowledgeOf(as('PETITIONER', { caseId: 'case' }), file.case)).toBe(levelOf('PETITIONER'));
    expect(knowledgeOf(as('HANDLER'), file.case)).toBe(levelOf('UNIT'));
    expect(knowledgeOf(as('HANDLER', { organizationId: 'other-unit' }), file.case)).toBe(levelOf('PETITIONER'));
    expect(knowledgeOf(as('SUPERVISOR'), file.case)).toBe(levelOf('BUREAU'));
  });
});

describe('a viewer with several roles', () => {
  it('sees by every role, and reads lists by the widest', () => {
    const both = as('HANDLER', { roles: ['HANDLER', 'BUREAU'], areaCode: '990103' });
    expect(scopesOfViewer(both)).toEqual(['A:990103', 'O:unit']);
    expect(scopeOf(both)).toBe('A:990103');
    expect(sees(both)).toBe(true);
    expect(sees({ ...both, organizationId: 'other-unit' })).toBe(false);
  });

  it('reads and opens what any of the roles may', () => {
    const clerkToo = as('HANDLER', { id: 'handler', roles: ['CLERK', 'HANDLER'] });
    expect([canReadNarrative(clerkToo, file.case), canReadMaskedName(clerkToo, file.case)]).toEqual([true, true]);
    expect(canUnseal(clerkToo, file.case)).toBe(true);
    const elsewhere = { ...clerkToo, id: 'nobody', organizationId: 'other-unit' };
    expect([canReadNarrative(elsewhere, file.case), canReadMaskedName(elsewhere, file.case)]).toEqual([false, false]);
    expect(canUnseal(elsewhere, file.case)).toBe(false);
  });
});
