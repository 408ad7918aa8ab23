import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, permissions, staffRoles } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { elsewhere, people, petitionerOf, secrets, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { storyOf, type Told } from '../testing/story.ts';

let service: TestService;
let story: ReturnType<typeof storyOf>;
beforeAll(async () => {
  service = await startService();
  story = storyOf(service);
});
afterAll(() => service.close());

const justification = '电话通知信访人领取材料';
const asked = (told: Told, changes: object = {}) => ({
  idempotencyKey: newId(),
  caseId: told.id,
  partyId: told.partyIds[0],
  purpose: 'CONTACT_PETITIONER',
  justification,
  ...changes,
});
const identity = 'identity { party { id maskedName } name phone address idNumber expiresAt }';
const unseal = (viewer: typeof people.handler, input: object) => service.did(viewer, 'unsealIdentity', input, identity);

describe('unsealIdentity', () => {
  it('opens what the petitioner gave for half an hour; the petitioner sees who, when and why', async () => {
    const told = await story.inHandling();
    const at = service.clock.now().toISOString();
    expect(await unseal(people.handler, asked(told))).toEqual({
      errors: [],
      identity: {
        party: { id: told.partyIds[0], maskedName: '欧阳**' },
        name: secrets.name,
        phone: secrets.phone,
        address: secrets.address,
        idNumber: secrets.idNumber,
        expiresAt: '2026-03-02T04:00:00.000Z',
      },
    });
    const view = `query { caseByTracking(caseNo: "${told.caseNo}") {
      identityAccessLog { at organization { id } purpose } timeline(first: 1) { edges { node { type label } } }
    } }`;
    expect((await service.as(petitionerOf(told.id, 'VIEW'))(view)).data?.['caseByTracking']).toEqual({
      identityAccessLog: [{ at, organization: { id: town.department.id }, purpose: 'CONTACT_PETITIONER' }],
      timeline: { edges: [{ node: { type: 'IdentityUnsealed', label: '信访人信息被查看' } }] },
    });
    const [row] = await service.database.query<{ staff_contact_at: Date }>(
      'select staff_contact_at from cases where id = $1',
      [told.id],
    );
    expect(row?.staff_contact_at.toISOString()).toBe(at);
    expect(await service.dump()).not.toContain(justification);

    await service.subgraph.settle();
    const outside = service.delivered.filter(({ type }) => type === 'identity.unsealed.v1');
    expect(outside.map(({ data }) => data)).toEqual([
      {
        caseId: told.id,
        accessId: expect.any(String),
        purpose: 'CONTACT_PETITIONER',
        organizationId: town.department.id,
      },
    ]);
  });

  it('sent again with one key is one access, and the same answer until it has expired', async () => {
    const told = await story.inHandling();
    const input = asked(told);
    const once = await unseal(people.handler, input);
    service.clock.set('2026-03-02T03:59:59Z');
    expect(await service.withoutTrace(() => unseal(people.handler, input))).toEqual(once);
    service.clock.set('2026-03-02T04:00:00Z');
    expect(await service.withoutTrace(() => unseal(people.handler, input))).toEqual({
      identity: null,
      errors: [{ code: 'ACCESS_EXPIRED', path: ['input', 'idempotencyKey'], ruleRef: null }],
    });
    expect(await service.refused(people.handler, 'unsealIdentity', { ...input, purpose: 'VERIFY_IDENTITY' })).toEqual([
      ['IDEMPOTENCY_KEY_REUSED', 'input', 'idempotencyKey'],
    ]);
    expect((await unseal(people.handler, asked(told))).errors).toEqual([]);
  });

  it('shows nothing again to who has lost sight of the case meanwhile', async () => {
    const told = await story.inHandling();
    const input = asked(told);
    await unseal(people.handler, input);
    const moved = { ...people.handler, organizationId: town.otherDepartment.id };
    expect(await service.refused(moved, 'unsealIdentity', input)).toEqual([['CASE_NOT_FOUND', 'input', 'caseId']]);
  });

  it.each<[code: string, path: readonly string[], wrong: (told: Told) => object]>([
    ['JUSTIFICATION_REQUIRED', ['justification'], () => ({ justification: '回访 ' })],
    ['JUSTIFICATION_REQUIRED', ['justification'], () => ({ justification: '字'.repeat(501) })],
    ['PARTY_NOT_FOUND', ['partyId'], () => ({ partyId: newId() })],
    ['PARTY_NOT_FOUND', ['partyId'], () => ({ partyId: 'no id at all' })],
    ['CASE_NOT_FOUND', ['caseId'], () => ({ caseId: newId() })],
    ['CASE_NOT_FOUND', ['caseId'], () => ({ caseId: 'no id at all' })],
  ])('is refused with %s and leaves nothing behind', async (code, path, wrong) => {
    const told = await story.inHandling();
    const input = asked(told, wrong(told));
    expect(await service.refused(people.handler, 'unsealIdentity', input)).toEqual([[code, 'input', ...path]]);
  });

  it('opens no party of another case', async () => {
    const [told, other] = [await story.inHandling(), await story.inHandling()];
    const input = asked(told, { partyId: other.partyIds[0] });
    expect(await service.refused(people.handler, 'unsealIdentity', input)).toEqual([
      ['PARTY_NOT_FOUND', 'input', 'partyId'],
    ]);
  });

  it('is for those who have to reach the petitioner', async () => {
    const told = await story.inHandling();
    for (const viewer of [people.clerk, people.bureau, people.handler, people.leader, aViewer('CHIEF')]) {
      expect((await unseal(viewer, asked(told))).errors).toEqual([]);
    }
    const unknown = [['CASE_NOT_FOUND', 'input', 'caseId']];
    const township = aViewer('CLERK', { organizationId: town.townshipOffice.id });
    for (const viewer of [elsewhere(people.handler), elsewhere(people.bureau), people.otherHandler, township]) {
      expect(await service.refused(viewer, 'unsealIdentity', asked(told))).toEqual(unknown);
    }
    await service.withoutTrace(async () => {
      for (const role of staffRoles.filter((each) => !permissions['identity:unseal'].includes(each))) {
        const { errors } = await service.run(aViewer(role), 'unsealIdentity', asked(told), identity);
        expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      }
      const { errors } = await service.run(petitionerOf(told.id), 'unsealIdentity', asked(told), identity);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    });
  });

  it('is not for an obligor that only carries something out', async () => {
    const told = await story.promised({ obligorOrganizationId: town.otherDepartment.id });
    expect(await service.refused(people.otherHandler, 'unsealIdentity', asked(told))).toEqual([
      ['CASE_NOT_FOUND', 'input', 'caseId'],
    ]);
  });

  it('never opens the sealed lane, not even to the clerk who registered it', async () => {
    const told = await story.registered({ category: 'ACCUSATION' });
    expect(await service.refused(people.clerk, 'unsealIdentity', asked(told))).toEqual([
      ['CASE_NOT_FOUND', 'input', 'caseId'],
    ]);
  });
});
