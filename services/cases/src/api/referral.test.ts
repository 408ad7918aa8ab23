import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { aPetition, people, town } from '../testing/builders.ts';
import { monday, startService, type TestService } from '../testing/service.ts';
import { storyOf, type Told } from '../testing/story.ts';

let service: TestService;
let story: ReturnType<typeof storyOf>;
beforeAll(async () => {
  service = await startService();
  story = storyOf(service);
});
afterAll(() => service.close());

const whole = `
  case {
    version status stage referredAt responsibleOrganization { id } availableActions
    deadlines { kind state dueOn metAt responsibleOrganization { id } }
    timeline { edges { node { seq type actor { id } actorOrganization { id } } } }
  }
  referral { orderNo kind from { id } to { id } issuedAt hop legalBasis reportBackDueOn state }`;
const issuedAt = '2026-03-02T01:30:00.000Z';
const bureau = { id: town.countyBureau.id };
const unit = { id: town.department.id };

describe('referCase', () => {
  it('passes the case on: the transfer is met, and the terms of the unit run', async () => {
    const { id } = await story.registered();
    const input = { idempotencyKey: newId(), caseId: id, toOrganizationId: unit.id, legalBasis: '职责清单 A1' };
    const payload = await service.did(people.bureau, 'referCase', input, whole);
    expect(payload).toEqual({
      errors: [],
      case: {
        version: 2,
        status: 'REFERRED',
        stage: 'ADMISSION',
        referredAt: issuedAt,
        responsibleOrganization: unit,
        availableActions: [],
        deadlines: [
          {
            kind: 'REGISTRATION',
            state: 'MET',
            dueOn: '2026-03-03',
            metAt: new Date(monday).toISOString(),
            responsibleOrganization: bureau,
          },
          { kind: 'TRANSFER', state: 'MET', dueOn: '2026-03-17', metAt: issuedAt, responsibleOrganization: bureau },
          {
            kind: 'FIRST_CONTACT',
            state: 'RUNNING',
            dueOn: '2026-03-03',
            metAt: null,
            responsibleOrganization: bureau,
          },
          {
            kind: 'ADMISSION_NOTICE',
            state: 'RUNNING',
            dueOn: '2026-03-17',
            metAt: null,
            responsibleOrganization: unit,
          },
          { kind: 'OBJECTION', state: 'RUNNING', dueOn: '2026-03-09', metAt: null, responsibleOrganization: unit },
        ],
        timeline: {
          edges: [
            { node: { seq: 2, type: 'CaseReferred', actor: { id: people.bureau.id }, actorOrganization: bureau } },
            { node: { seq: 1, type: 'CaseRegistered', actor: { id: people.clerk.id }, actorOrganization: bureau } },
          ],
        },
      },
      referral: {
        orderNo: expect.stringMatching(/^JB26-/),
        kind: 'TRANSFER',
        from: bureau,
        to: unit,
        issuedAt,
        hop: 1,
        legalBasis: '职责清单 A1',
        reportBackDueOn: null,
        state: 'ISSUED',
      },
    });
    expect(await service.as(people.handler)(`query { case(id: "${id}") { status } }`)).toMatchObject({
      data: { case: { status: 'REFERRED' } },
    });
  });

  it('goes to an organization that the competence list does not name where it is said why', async () => {
    const { id } = await story.registered();
    const input = { idempotencyKey: newId(), caseId: id, toOrganizationId: town.otherDepartment.id };
    const overridden = await service.did(people.bureau, 'referCase', { ...input, overrideReason: '县政府指定' }, whole);
    expect(overridden).toMatchObject({ errors: [], case: { status: 'REFERRED' }, referral: { state: 'ISSUED' } });
  });
});

describe('assignCase', () => {
  it('owes a report by the day that the order states, day off or not', async () => {
    const { id } = await story.registered();
    const input = { idempotencyKey: newId(), caseId: id, toOrganizationId: unit.id, reportBackDueOn: '2026-05-02' };
    const payload = await service.did(people.bureau, 'assignCase', input, whole);
    expect(payload).toMatchObject({
      errors: [],
      case: { status: 'REFERRED', timeline: { edges: [{ node: { type: 'CaseAssigned' } }, {}] } },
      referral: { kind: 'ASSIGNMENT', reportBackDueOn: '2026-05-02' },
    });
    const { deadlines } = payload['case'] as { deadlines: object[] };
    expect(deadlines.at(-1)).toEqual({
      kind: 'REPORT_BACK',
      state: 'RUNNING',
      dueOn: '2026-05-02',
      metAt: null,
      responsibleOrganization: unit,
    });
  });

  it.each(['2026-03-02', '2026-03-01'])('is refused with the day %s, which is not ahead', async (reportBackDueOn) => {
    const { id } = await story.registered();
    const input = { caseId: id, toOrganizationId: unit.id, reportBackDueOn };
    expect(await service.refused(people.bureau, 'assignCase', input)).toEqual([
      ['REPORT_BACK_DATE_NOT_VALID', 'input', 'reportBackDueOn'],
    ]);
  });
});

describe.each([['referCase', {}] as const, ['assignCase', { reportBackDueOn: '2026-04-30' }] as const])(
  '%s',
  (verb, more) => {
    const refused = async (told: Told, changes: object = {}, viewer = people.bureau) =>
      service.refused(viewer, verb, { caseId: told.id, toOrganizationId: unit.id, ...more, ...changes });

    it.each([
      ['ORGANIZATION_NOT_COMPETENT', { toOrganizationId: town.otherDepartment.id }],
      ['ORGANIZATION_NOT_COMPETENT', { toOrganizationId: town.otherDepartment.id, overrideReason: ' ' }],
      ['ORGANIZATION_NOT_FOUND', { toOrganizationId: newId() }],
      ['ORGANIZATION_NOT_FOUND', { toOrganizationId: 'no id at all' }],
      ['ORGANIZATION_NO_LONGER_VALID', { toOrganizationId: town.merged.id, overrideReason: '就近' }],
      ['VILLAGE_COMMITTEE_NOT_RESPONSIBLE', { toOrganizationId: town.village.id, overrideReason: '就近' }],
    ])('is refused with %s and leaves nothing behind', async (code, changes) => {
      const told = await story.registered();
      expect(await refused(told, changes)).toEqual([[code, 'input', 'toOrganizationId']]);
    });

    it('lets nobody answer for the own conduct, or for whom they work under', async () => {
      const code = ['RESPONDENT_CANNOT_ANSWER', 'input', 'toOrganizationId'];
      const about = (id: string) => story.registered({ respondentOrganizationIds: [id] });
      expect(await refused(await about(town.department.id))).toEqual([code]);
      expect(await refused(await about(town.cityDepartment.id))).toEqual([code]);
    });

    it('is for bureaus, and for a case that waits to be referred', async () => {
      const told = await story.registered();
      const elsewhere = aViewer('BUREAU', { organizationId: town.otherDepartment.id });
      expect(await refused(told, {}, elsewhere)).toEqual([['NOT_A_BUREAU', 'input']]);
      expect(await refused(await story.referred())).toEqual([['WRONG_STATE', 'input']]);
      expect(await refused(await story.registered({}, people.unitClerk))).toEqual([['WRONG_STATE', 'input']]);
    });

    it('stops after three hops', async () => {
      const told = await story.registered();
      await service.database.query(
        `insert into referrals (id, case_id, order_no, kind, from_organization_id, to_organization_id, issued_at, hop,
           is_override, state, version)
         select gen_random_uuid(), $1, $4 || '/' || hop, 'TRANSFER', $2, $3, now(), hop, false, 'ISSUED', 1
         from generate_series(1, 3) as hop`,
        [told.id, bureau.id, unit.id, told.caseNo],
      );
      expect(await refused(told)).toEqual([['HOP_LIMIT_REACHED', 'input']]);
    });
  },
);

describe('a sealed case', () => {
  const asBureau = people.bureau;
  const asCityBureau = aViewer('BUREAU', { organizationId: town.cityBureau.id, areaCode: '990100' });
  const handlerOfOffice = aViewer('HANDLER', { organizationId: town.countyBureau.id });
  const asks = async (told: Told) => ({
    refer: await service.refused(asBureau, 'referCase', { caseId: told.id, toOrganizationId: unit.id }),
    assign: await service.refused(asBureau, 'assignCase', {
      caseId: told.id,
      toOrganizationId: unit.id,
      reportBackDueOn: '2026-04-30',
    }),
    admit: await service.refused(handlerOfOffice, 'decideAdmission', { caseId: told.id, decision: 'ADMIT' }),
    elsewhere: await service.refused(asCityBureau, 'referCase', { caseId: told.id, toOrganizationId: unit.id }),
    atUnit: await service.refused(people.handler, 'decideAdmission', { caseId: told.id, decision: 'ADMIT' }),
  });
  const sealedHandover = [['ACCUSATION_NEEDS_SEALED_HANDOVER', 'input']];
  const unknown = [['CASE_NOT_FOUND', 'input', 'caseId']];

  it('is refused by name to the office that received it, and unknown to everybody else', async () => {
    const told = await story.registered({ category: 'ACCUSATION', respondentOrganizationIds: [unit.id] });
    expect(await asks(told)).toEqual({
      refer: sealedHandover,
      assign: sealedHandover,
      admit: sealedHandover,
      elsewhere: unknown,
      atUnit: unknown,
    });
  });

  it('is unknown even to that office where it is about the office or what is below it', async () => {
    for (const respondent of [town.countyBureau, town.townshipOffice]) {
      for (const category of ['ACCUSATION', 'APPEAL']) {
        const told = await story.registered({ category, respondentOrganizationIds: [respondent.id] });
        expect(await asks(told)).toEqual({
          refer: unknown,
          assign: unknown,
          admit: unknown,
          elsewhere: unknown,
          atUnit: unknown,
        });
      }
    }
  });

  it('is handed over within fifteen days by the city, or by the discipline organ where the city is spoken of', async () => {
    const laneOf = async (respondent: string) => {
      const { id } = await story.registered({ category: 'ACCUSATION', respondentOrganizationIds: [respondent] });
      return service.database.query<object>(
        `select kind, state, due_on::text as due, responsible_organization_id as lane from deadlines where case_id = $1`,
        [id],
      );
    };
    const term = { kind: 'HANDOVER', state: 'RUNNING', due: '2026-03-17' };
    expect(await laneOf(unit.id)).toEqual([{ ...term, lane: town.cityBureau.id }]);
    expect(await laneOf(town.supervision.id)).toEqual([{ ...term, lane: town.discipline.id }]);
  });

  it('leaves the clerk who registered it receipt and time, and nothing to read or to do', async () => {
    const selection = `case {
      title summary narrative { text redacted } claims { text { text } } parties { maskedName } status procedure
      confidentiality availableActions
    } receipt { text } trackingCode`;
    const petition = { category: 'ACCUSATION', title: '检举某人', summary: '检举', claims: [{ text: '检举内容' }] };
    const opened = await service.did(people.clerk, 'openCase', aPetition(petition), selection);
    expect(opened).toEqual({
      errors: [],
      case: {
        title: '已密封 sealed',
        summary: null,
        narrative: { text: null, redacted: '已密封 sealed' },
        claims: [{ text: { text: null } }],
        parties: [{ maskedName: '信访人A' }],
        status: 'REGISTERED',
        procedure: 'SEALED_HANDOVER',
        confidentiality: 'SEALED',
        availableActions: [],
      },
      receipt: { text: expect.any(String) },
      trackingCode: expect.any(String),
    });
  });

  it('is told to nobody: no event and no message', async () => {
    await service.subgraph.settle();
    const before = [service.delivered.length, service.notified.length];
    const told = await story.registered({ category: 'ACCUSATION' });
    await service.at('2026-03-18T00:00:00Z');
    const [deadline] = await service.database.query('select state from deadlines where case_id = $1', [told.id]);
    expect(deadline).toEqual({ state: 'BREACHED' });
    const own = service.delivered.slice(before[0]).filter(({ data }) => data['caseId'] === told.id);
    expect([own, service.notified.slice(before[1]).filter(({ caseNo }) => caseNo === told.caseNo)]).toEqual([[], []]);
  });
});
