import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, permissions, seededId, staffRoles, type Viewer } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { anEvent, anOrganization, people, petitionerOf, secrets, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { storyOf, type Told } from '../testing/story.ts';

const countyDiscipline = anOrganization('990102-DISC', { kind: 'DISCIPLINE', superiorId: town.discipline.id });
const cityCadres = anOrganization('990100-ORGD', { kind: 'PARTY_ORGAN' });

let service: TestService;
beforeAll(async () => {
  service = await startService();
  for (const { id, ...organization } of [countyDiscipline, cityCadres]) {
    await service.subgraph.consume(anEvent('organization.changed.v1', id, organization));
  }
});
afterAll(() => service.close());

const at = (role: 'BUREAU' | 'DISCIPLINE' | 'HANDLER' | 'LEADER', organizationId: string, name: string): Viewer =>
  aViewer(role, { organizationId, id: seededId('staff', `${organizationId}/${name}`) });
const [first, second] = ['1', '2'].map((name) => at('BUREAU', town.cityBureau.id, name)) as [Viewer, Viewer];
const organ = at('DISCIPLINE', countyDiscipline.id, '1');
const cityOrgan = at('DISCIPLINE', town.discipline.id, '1');
const unit = { handler: at('HANDLER', town.countyBureau.id, 'h'), leader: at('LEADER', town.countyBureau.id, 'l') };

const accusation = (overrides: object = {}) =>
  storyOf(service).registered({
    category: 'ACCUSATION',
    respondentOrganizationIds: [town.department.id],
    ...overrides,
  });
const to = ({ id }: Told, toOrganizationId: string = countyDiscipline.id) => ({
  idempotencyKey: newId(),
  caseId: id,
  toOrganizationId,
});
const handover = 'handover { id state toOrganization { id } proposedAt handedAt packageHash acknowledgedAt }';
const given = async (overrides: object = {}): Promise<Told> => {
  const told = await accusation(overrides);
  for (const person of [first, second]) await service.did(person, 'handOverAccusation', to(told), handover);
  return told;
};
const intake = `query { accusationIntake(first: 100) { edges { node {
  caseId receiptNo receivedAt waitsFor isProposed dueOn narrative claims respondents { id } isRealName
} } } }`;
const docket = async (viewer: Viewer, { id }: Told) => {
  const listed = (await service.as(viewer)(intake)).data?.['accusationIntake'] as {
    edges: readonly { node: { caseId: string } }[];
  };
  const { edges } = listed;
  return edges.map(({ node }) => node).filter(({ caseId }) => caseId === id);
};
const row = async ({ id }: Told) => {
  const [found] = await service.database.query<{ status: string; conclusion_kind: string | null }>(
    'select status, conclusion_kind from cases where id = $1',
    [id],
  );
  return found;
};
const rationale = { reason: '涉及市管干部', competentOrganizationId: town.discipline.id };

describe('handOverAccusation', () => {
  it('takes two people of the sealed lane, and reaches the organ with everything', async () => {
    const told = await accusation();
    expect(await docket(first, told)).toEqual([
      {
        caseId: told.id,
        receiptNo: expect.stringMatching(/^SJ/),
        receivedAt: '2026-03-02T01:00:00.000Z',
        waitsFor: 'HANDOVER',
        isProposed: false,
        dueOn: '2026-03-17',
        narrative: null,
        claims: null,
        respondents: null,
        isRealName: null,
      },
    ]);
    const once = await service.did(first, 'handOverAccusation', to(told), handover);
    expect(once).toMatchObject({ errors: [], handover: { state: 'PROPOSED', handedAt: null, packageHash: null } });
    expect(await docket(organ, told)).toEqual([]);
    expect(await service.refused(first, 'handOverAccusation', to(told))).toEqual([['SECOND_PERSON_REQUIRED', 'input']]);

    const twice = await service.did(second, 'handOverAccusation', to(told), handover);
    expect(twice).toMatchObject({
      errors: [],
      handover: {
        state: 'HANDED_OVER',
        toOrganization: { id: countyDiscipline.id },
        packageHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    expect(await row(told)).toEqual({ status: 'HANDED_OVER', conclusion_kind: null });
    expect(await docket(first, told)).toEqual([]);
    expect(await docket(organ, told)).toMatchObject([
      {
        waitsFor: 'HANDOVER_ACK',
        narrative: secrets.narrative,
        claims: [secrets.claim],
        respondents: [{ id: town.department.id }],
        isRealName: true,
      },
    ]);
    expect(await service.refused(second, 'handOverAccusation', to(told))).toEqual([['WRONG_STATE', 'input']]);
  });

  it('tells the organization department where it is about cadres', async () => {
    const told = await accusation();
    const cadres = { ...to(told, town.discipline.id), cadreLevel: 'CITY' };
    expect(await service.refused(first, 'handOverAccusation', cadres)).toEqual([
      ['ORGANIZATION_DEPARTMENT_REQUIRED', 'input', 'organizationDepartmentId'],
    ]);
    for (const organizationDepartmentId of [town.department.id, town.discipline.id, newId()]) {
      expect(await service.refused(first, 'handOverAccusation', { ...cadres, organizationDepartmentId })).toEqual([
        ['ORGANIZATION_DEPARTMENT_NOT_VALID', 'input', 'organizationDepartmentId'],
      ]);
    }
    const told2 = { ...cadres, organizationDepartmentId: cityCadres.id };
    for (const [person, state] of [
      [first, 'PROPOSED'],
      [second, 'HANDED_OVER'],
    ] as const) {
      const input = { ...told2, idempotencyKey: newId() };
      const selection = 'handover { state cadreLevel organizationDepartment { id } }';
      expect(await service.did(person, 'handOverAccusation', input, selection)).toEqual({
        errors: [],
        handover: { state, cadreLevel: 'CITY', organizationDepartment: { id: cityCadres.id } },
      });
    }
  });

  it.each<[code: string, id: string, respondents: readonly string[]]>([
    ['RECIPIENT_FORBIDDEN', town.department.id, [town.department.id]],
    ['RECIPIENT_FORBIDDEN', town.belowDepartment.id, [town.department.id]],
    ['RECIPIENT_FORBIDDEN', town.cityDepartment.id, [town.department.id]],
    ['RECIPIENT_FORBIDDEN', countyDiscipline.id, [countyDiscipline.id]],
    ['RECIPIENT_NOT_COMPETENT', town.otherDepartment.id, [town.department.id]],
    ['RECIPIENT_NOT_COMPETENT', countyDiscipline.id, [town.cityDepartment.id]],
    ['ORGANIZATION_NO_LONGER_VALID', town.merged.id, [town.department.id]],
    ['ORGANIZATION_NOT_FOUND', newId(), [town.department.id]],
    ['ORGANIZATION_NOT_FOUND', 'no id at all', [town.department.id]],
  ])('%s', async (code, id, respondentOrganizationIds) => {
    const told = await accusation({ respondentOrganizationIds });
    expect(await service.refused(first, 'handOverAccusation', to(told, id))).toEqual([
      [code, 'input', 'toOrganizationId'],
    ]);
  });

  it('is never to where somebody works who is recused', async () => {
    const told = await accusation();
    await service.subgraph.consume(
      anEvent('staff.joined.v1', organ.id, {
        organizationId: countyDiscipline.id,
        roles: ['DISCIPLINE'],
        isActive: true,
      }),
    );
    await service.database.query('insert into case_recusals (case_id, staff_id) values ($1, $2)', [told.id, organ.id]);
    expect(await service.refused(first, 'handOverAccusation', to(told))).toEqual([
      ['RECIPIENT_FORBIDDEN', 'input', 'toOrganizationId'],
    ]);
  });

  it('is open to two people of the office that registered it, where nobody near it is spoken of', async () => {
    const told = await accusation();
    await service.did(unit.handler, 'handOverAccusation', to(told), handover);
    expect(await service.did(unit.leader, 'handOverAccusation', to(told), handover)).toMatchObject({
      handover: { state: 'HANDED_OVER' },
    });
    for (const spokenOf of [town.countyBureau, town.townshipOffice, town.cityBureau]) {
      const near = await accusation({ respondentOrganizationIds: [spokenOf.id] });
      expect(await service.refused(unit.handler, 'handOverAccusation', to(near, town.discipline.id))).toEqual([
        ['CASE_NOT_FOUND', 'input', 'caseId'],
      ]);
    }
  });

  it('does not exist for anybody else, nor is there anything that is not sealed', async () => {
    const told = await accusation();
    const accused = at('LEADER', town.department.id, 'accused');
    for (const viewer of [accused, people.bureau, people.handler, organ]) {
      expect(await service.refused(viewer, 'handOverAccusation', to(told))).toEqual([
        ['CASE_NOT_FOUND', 'input', 'caseId'],
      ]);
    }
    const ordinary = await storyOf(service).registered();
    for (const caseId of [ordinary.id, newId(), 'no id']) {
      expect(await service.refused(first, 'handOverAccusation', { ...to(told), caseId })).toEqual([
        ['CASE_NOT_FOUND', 'input', 'caseId'],
      ]);
    }
  });

  it('sent again with one key is one act', async () => {
    const told = await accusation();
    const input = to(told);
    const once = await service.did(first, 'handOverAccusation', input, handover);
    expect(await service.withoutTrace(() => service.did(first, 'handOverAccusation', input, handover))).toEqual(once);
    const other = { ...input, toOrganizationId: town.discipline.id };
    expect(await service.refused(first, 'handOverAccusation', other)).toEqual([
      ['IDEMPOTENCY_KEY_REUSED', 'input', 'idempotencyKey'],
    ]);
  });
});

describe('what the recipient does', () => {
  it('ends the case by acknowledging, and nobody is told', async () => {
    const told = await given();
    await service.subgraph.settle();
    const outside = service.delivered.length;
    const caseId = told.id;
    expect(await service.refused(cityOrgan, 'acknowledgeHandover', { caseId })).toEqual([
      ['CASE_NOT_FOUND', 'input', 'caseId'],
    ]);
    expect(await service.did(organ, 'acknowledgeHandover', { caseId }, handover)).toMatchObject({
      errors: [],
      handover: { state: 'ACKNOWLEDGED', acknowledgedAt: expect.any(String) },
    });
    expect(await row(told)).toEqual({ status: 'CONCLUDED', conclusion_kind: 'ACCUSATION_HANDED_OVER' });
    expect(await docket(organ, told)).toEqual([]);
    await service.subgraph.settle();
    expect(service.delivered).toHaveLength(outside);
    for (const [verb, more] of [
      ['acknowledgeHandover', {}],
      ['declineHandover', rationale],
    ] as const) {
      expect(await service.refused(organ, verb, { caseId, ...more })).toEqual([['CASE_NOT_FOUND', 'input', 'caseId']]);
    }
    const view = `query { caseByTracking(caseNo: "${told.caseNo}") { status statusText } }`;
    expect((await service.as(petitionerOf(told.id))(view)).data).toEqual({
      caseByTracking: { status: 'CONCLUDED', statusText: '已终结。' },
    });
  });

  it('sends it back by declining, and the lane hands it over again', async () => {
    const told = await given();
    const caseId = told.id;
    for (const [code, field, wrong] of [
      ['REASON_REQUIRED', 'reason', { reason: ' ' }],
      ['RECIPIENT_FORBIDDEN', 'competentOrganizationId', { competentOrganizationId: town.department.id }],
      ['RECIPIENT_NOT_COMPETENT', 'competentOrganizationId', { competentOrganizationId: town.otherDepartment.id }],
      ['RECIPIENT_NOT_COMPETENT', 'competentOrganizationId', { competentOrganizationId: countyDiscipline.id }],
      ['ORGANIZATION_NOT_FOUND', 'competentOrganizationId', { competentOrganizationId: newId() }],
      ['ORGANIZATION_NO_LONGER_VALID', 'competentOrganizationId', { competentOrganizationId: town.merged.id }],
    ] as const) {
      expect(await service.refused(organ, 'declineHandover', { caseId, ...rationale, ...wrong })).toEqual([
        [code, 'input', field],
      ]);
    }
    const selection = 'handover { state declinedAt competentOrganization { id } }';
    expect(await service.did(organ, 'declineHandover', { caseId, ...rationale }, selection)).toEqual({
      errors: [],
      handover: {
        state: 'DECLINED',
        declinedAt: expect.any(String),
        competentOrganization: { id: town.discipline.id },
      },
    });
    expect(await service.dump()).not.toContain(rationale.reason);
    expect(await docket(organ, told)).toEqual([]);
    expect(await docket(first, told)).toMatchObject([{ waitsFor: 'HANDOVER', isProposed: false }]);
    for (const person of [second, first]) {
      await service.did(person, 'handOverAccusation', to(told, town.discipline.id), handover);
    }
    expect(await docket(cityOrgan, told)).toMatchObject([{ waitsFor: 'HANDOVER_ACK' }]);
  });

  it('does not have to happen: silence takes it one level up, again and again, and never to its end', async () => {
    const told = await given();
    await service.at('2026-03-20T00:00:00Z');
    expect([await docket(organ, told), await row(told)]).toEqual([
      [],
      { status: 'HANDED_OVER', conclusion_kind: null },
    ]);
    expect(await docket(cityOrgan, told)).toMatchObject([{ waitsFor: 'HANDOVER_ACK', dueOn: '2026-04-02' }]);
    await service.at('2026-06-01T00:00:00Z');
    expect(await row(told)).toEqual({ status: 'HANDED_OVER', conclusion_kind: null });
    expect(await docket(cityOrgan, told)).toHaveLength(1);
    await service.did(cityOrgan, 'acknowledgeHandover', { caseId: told.id }, handover);
    expect(await row(told)).toMatchObject({ status: 'CONCLUDED' });
  });
});

describe('the sealed lane', () => {
  it('is the discipline organ where the bureau itself is spoken of', async () => {
    const told = await accusation({ respondentOrganizationIds: [town.cityBureau.id] });
    expect(await docket(first, told)).toEqual([]);
    expect(await service.refused(first, 'handOverAccusation', to(told, town.discipline.id))).toEqual([
      ['CASE_NOT_FOUND', 'input', 'caseId'],
    ]);
    expect(await docket(cityOrgan, told)).toMatchObject([{ waitsFor: 'HANDOVER', narrative: secrets.narrative }]);
    for (const name of ['1', '2']) {
      const person = at('DISCIPLINE', town.discipline.id, name);
      await service.did(person, 'handOverAccusation', to(told, town.discipline.id), handover);
    }
    expect(await row(told)).toEqual({ status: 'HANDED_OVER', conclusion_kind: null });
  });

  it.each<[verb: string, permission: 'accusation:hand-over' | 'accusation:receive', more: object]>([
    ['handOverAccusation', 'accusation:hand-over', { idempotencyKey: 'k', toOrganizationId: countyDiscipline.id }],
    ['acknowledgeHandover', 'accusation:receive', {}],
    ['declineHandover', 'accusation:receive', rationale],
  ])('%s is for its roles alone', async (verb, permission, more) => {
    const told = await given();
    const others = staffRoles.filter((role) => !permissions[permission].includes(role)).map((role) => aViewer(role));
    await service.withoutTrace(async () => {
      for (const viewer of [...others, petitionerOf(told.id)]) {
        const { errors } = await service.run(viewer, verb, { caseId: told.id, ...more }, '');
        expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      }
    });
  });

  it('shows its docket to nobody else', async () => {
    for (const role of staffRoles.filter((each) => !permissions['accusation:intake'].includes(each))) {
      expect((await service.as(aViewer(role))(intake)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});
