import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aViewer } from '@onevisit/testing';
import { town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { storyOf } from '../testing/story.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

describe('a viewer with several roles', () => {
  const roles = ['HANDLER', 'BUREAU'] as const;
  /** Handles in one county, and keeps the lists of the other. */
  const both = aViewer('HANDLER', { roles, organizationId: town.department.id, areaCode: '990103' });

  it('finds a case by the scope of each role, and lists by the widest', async () => {
    const { id, caseNo } = await storyOf(service).referred();
    const found = `query { case(caseNo: "${caseNo}") { id } cases { edges { node { id } } totalCount } }`;
    expect(await service.as(both)(found)).toMatchObject({
      data: { case: { id }, cases: { edges: [], totalCount: 0 } },
    });
    expect(await service.as({ ...both, areaCode: '990102' })(found)).toMatchObject({
      data: { case: { id }, cases: { edges: [{ node: { id } }], totalCount: 1 } },
    });
    const elsewhere = { ...both, organizationId: town.otherCountyDepartment.id };
    expect(await service.as(elsewhere)(found)).toMatchObject({ data: { case: null } });
  });

  it('does by one role what the other may not see', async () => {
    const { id } = await storyOf(service).referred();
    const admitted = await service.did(both, 'decideAdmission', { idempotencyKey: id, caseId: id, decision: 'ADMIT' });
    expect(admitted).toEqual({ case: { id }, errors: [] });
    const other = await storyOf(service).referred();
    expect(
      await service.refused({ ...both, roles: ['BUREAU', 'SUPERVISOR'] }, 'verifyExecution', {
        executionItemId: other.id,
        isDone: true,
        finding: '看过',
      }),
    ).toEqual([['EXECUTION_ITEM_NOT_FOUND', 'input', 'executionItemId']]);
  });
});
