import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, permissions, staffRoles } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { people, petitionerOf, secrets, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { heardInPerson, storyOf, type Told } from '../testing/story.ts';

let service: TestService;
let told: Told;
beforeAll(async () => {
  service = await startService();
  told = await storyOf(service).inHandling();
});
afterAll(() => service.close());

const auditor = aViewer('AUDITOR');
const asked = (after: string | null = null, first = 100) => `query {
  identityAccessAudit(first: ${first}, after: ${JSON.stringify(after)}) {
    edges { node { caseId staff { id } organization { id } purpose at isFollowedByAct isAnomalous } }
    pageInfo { endCursor hasNextPage }
  } }`;
type Listed = Readonly<{ edges: readonly { node: Record<string, unknown> }[]; pageInfo: { endCursor: string } }>;
const listed = async (viewer = auditor, ...more: Parameters<typeof asked>) =>
  (await service.as(viewer)(asked(...more))).data?.['identityAccessAudit'] as Listed;
const opened = async (viewer: typeof people.handler, at: string) => {
  service.clock.set(at);
  const input = {
    caseId: told.id,
    partyId: told.partyIds[0],
    purpose: 'CONTACT_PETITIONER',
    justification: '电话联系信访人',
  };
  const { errors } = await service.did(viewer, 'unsealIdentity', { idempotencyKey: newId(), ...input }, '');
  expect(errors).toEqual([]);
};

describe('identityAccessAudit', () => {
  it('lists who opened an identity, whether anything came of it, and from the third time on that nothing does', async () => {
    await opened(people.handler, '2026-03-03T02:00:00Z');
    service.clock.set('2026-03-03T03:00:00Z');
    const heard = { idempotencyKey: newId(), caseId: told.id, ...heardInPerson };
    await service.did(people.handler, 'recordPetitionerHeard', heard);
    for (const day of ['05', '06', '07', '14']) await opened(people.leader, `2026-03-${day}T02:00:00Z`);

    const { edges } = await listed();
    expect(edges.map(({ node }) => [node['staff'], node['at'], node['isFollowedByAct'], node['isAnomalous']])).toEqual([
      [{ id: people.leader.id }, '2026-03-14T02:00:00.000Z', false, false],
      [{ id: people.leader.id }, '2026-03-07T02:00:00.000Z', false, true],
      [{ id: people.leader.id }, '2026-03-06T02:00:00.000Z', false, false],
      [{ id: people.leader.id }, '2026-03-05T02:00:00.000Z', false, false],
      [{ id: people.handler.id }, '2026-03-03T02:00:00.000Z', true, false],
    ]);
    expect(edges[0]?.node).toMatchObject({
      caseId: told.id,
      organization: { id: town.department.id },
      purpose: 'CONTACT_PETITIONER',
    });
    expect(JSON.stringify(edges)).not.toContain(secrets.name);
    expect(await listed(people.supervisor)).toEqual(await listed());

    const first = await listed(auditor, null, 2);
    expect((await listed(auditor, first.pageInfo.endCursor, 2)).edges).toEqual(edges.slice(2, 4));
  });

  it('is for auditors and supervisors alone, and refuses a cursor that is none', async () => {
    for (const role of staffRoles.filter((each) => !permissions['identity:audit'].includes(each))) {
      expect((await service.as(aViewer(role))(asked())).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect((await service.as(petitionerOf(told.id))(asked())).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect((await service.as(auditor)(asked('x'))).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
