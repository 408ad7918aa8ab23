import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, permissions, seededId, staffRoles, type Permission, type Viewer } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { anEvent, anOrganization, elsewhere, people, petitionerOf, staffEvent, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { storyOf, type Told } from '../testing/story.ts';

/** Below the county's department. */
const station = anOrganization('990102001-HRSS', { superiorId: town.department.id });
const conference = anOrganization('990102-JCO', { kind: 'JOINT_CONFERENCE_OFFICE' });
/** The head of the county's government, which is above its natural-resources department. */
const head = aViewer('LEADER', {
  id: seededId('staff', '990102-GOV/1'),
  organizationId: town.government.id,
});
const stationHandler = aViewer('HANDLER', {
  id: seededId('staff', '990102001-HRSS/1'),
  organizationId: station.id,
});
const chair = aViewer('LEADER', { id: seededId('staff', '990102-JCO/1'), organizationId: conference.id });

let service: TestService;
beforeAll(async () => {
  service = await startService();
  for (const { id, ...organization } of [station, conference]) {
    await service.subgraph.consume(anEvent('organization.changed.v1', id, organization));
  }
  const competence = { organizationId: station.id, issueTypeCode: 'A1', areaCode: '990102', priority: 1 };
  const since = { validFrom: '2020-01-01', validTo: null };
  await service.subgraph.consume(anEvent('competence.changed.v1', newId(), { ...competence, ...since }));
  for (const person of [head, stationHandler, chair]) await service.subgraph.consume(staffEvent(person));
});
afterAll(() => service.close());

const reason = '该事项属于自然资源部门职责，我局无权处理。';
const key = () => ({ idempotencyKey: newId() });
const objection = ({ id: caseId }: Told, proposed = town.otherDepartment.id) => ({
  ...key(),
  caseId,
  reason,
  proposedOrganizationId: proposed,
});
const ruling = ({ id: caseId }: Told, word: 'UPHELD' | 'REJECTED') => ({
  ...key(),
  caseId,
  ruling: word,
  reason: '经核实，与职责清单不符。',
});
const must = async (...asked: Parameters<TestService['did']>) => {
  const payload = await service.did(...asked);
  expect(payload.errors).toEqual([]);
  return payload;
};
const story = () => storyOf(service);
const objected = async (proposed?: string): Promise<Told> => {
  const told = await story().referred();
  await must(people.handler, 'raiseObjection', objection(told, proposed));
  return told;
};
const givenBack = async (proposed?: string): Promise<Told> => {
  const told = await objected(proposed);
  await must(people.bureau, 'ruleObjection', ruling(told, 'UPHELD'));
  return told;
};
/** Referred and given back twice: the county's government is above one of those named, and not above the other. */
const disputed = async (proposed = town.otherDepartment.id): Promise<Told> => {
  const told = await givenBack(proposed);
  await must(people.bureau, 'referCase', { ...key(), caseId: told.id, toOrganizationId: town.department.id });
  await must(people.handler, 'raiseObjection', objection(told, proposed));
  await must(people.bureau, 'ruleObjection', ruling(told, 'UPHELD'));
  return told;
};
const read = async (viewer: Viewer, { id }: Told, selection: string) => {
  const { data } = await service.as(viewer)(`query { case(id: "${id}") { ${selection} } }`);
  return data?.['case'];
};
const codes = async (viewer: Viewer, verb: string, input: object) =>
  (await service.refused(viewer, verb, input)).map(([code]) => code);
const state = `status responsibleOrganization { id } availableActions
  deadlines { kind state responsibleOrganization { id } } objections { ruling }`;

describe('raiseObjection', () => {
  it('stops nothing: the bureau has three working days, and the notice term runs on', async () => {
    const told = await story().referred();
    expect(await read(people.handler, told, 'availableActions')).toEqual({
      availableActions: ['passDownCase', 'raiseObjection', 'decideAdmission'],
    });
    const selection = `objection {
        organization { id } proposedOrganization { id } raisedBy { id } ruling reason { text redacted }
      } case { status stage referrals { state } deadlines { kind state dueOn } }`;
    expect(await must(people.handler, 'raiseObjection', objection(told), selection)).toEqual({
      errors: [],
      objection: {
        organization: { id: town.department.id },
        proposedOrganization: { id: town.otherDepartment.id },
        raisedBy: { id: people.handler.id },
        ruling: null,
        reason: { text: reason, redacted: '责任单位认为不属于其职责' },
      },
      case: {
        status: 'OBJECTED',
        stage: 'ADMISSION',
        referrals: [{ state: 'OBJECTED' }],
        deadlines: expect.arrayContaining([
          { kind: 'OBJECTION', state: 'MET', dueOn: '2026-03-09' },
          { kind: 'ADMISSION_NOTICE', state: 'RUNNING', dueOn: '2026-03-17' },
          { kind: 'OBJECTION_RULING', state: 'RUNNING', dueOn: '2026-03-05' },
        ]),
      },
    });
    expect(await service.dump()).not.toContain(reason);
    const others = 'objections { reason { text redacted } }';
    expect(await read(people.supervisor, told, others)).toEqual({
      objections: [{ reason: { text: null, redacted: '责任单位认为不属于其职责' } }],
    });
    expect(await read(people.bureau, told, others)).toMatchObject({ objections: [{ reason: { text: reason } }] });
  });

  it('is refused without a reason, or with nobody else to answer', async () => {
    const told = await story().referred();
    const refused = (changes: object) =>
      service.refused(people.handler, 'raiseObjection', { ...objection(told), ...changes });
    const notValid = [['PROPOSED_ORGANIZATION_NOT_VALID', 'input', 'proposedOrganizationId']];
    for (const text of [' ', '长'.repeat(2_001)]) {
      expect(await refused({ reason: text })).toEqual([['REASON_REQUIRED', 'input', 'reason']]);
    }
    for (const { id } of [town.department, town.village, town.merged, { id: newId() }, { id: 'no id' }]) {
      expect(await refused({ proposedOrganizationId: id })).toEqual(notValid);
    }
  });

  it('is refused out of its time and its place', async () => {
    const told = await story().referred();
    expect(await codes(people.otherHandler, 'raiseObjection', objection(told))).toEqual(['CASE_NOT_FOUND']);
    const tooLate = await story().referred();
    await service.at('2026-03-10T01:00:00Z');
    expect(await codes(people.handler, 'raiseObjection', objection(tooLate))).toEqual(['OBJECTION_TOO_LATE']);
    expect(await codes(people.handler, 'raiseObjection', objection(await story().admitted()))).toEqual(['WRONG_STATE']);
    expect(await codes(people.handler, 'raiseObjection', objection(await objected()))).toEqual(['WRONG_STATE']);
  });
});

describe('ruleObjection', () => {
  it('rejected leaves the case where it is, and hears no second objection', async () => {
    const told = await objected();
    expect(await read(people.bureau, told, 'availableActions')).toEqual({
      availableActions: ['referCase', 'assignCase', 'ruleObjection'],
    });
    await must(people.bureau, 'ruleObjection', ruling(told, 'REJECTED'));
    expect(await read(people.bureau, told, state)).toMatchObject({
      status: 'REFERRED',
      responsibleOrganization: { id: town.department.id },
      objections: [{ ruling: 'REJECTED' }],
    });
    expect(await codes(people.handler, 'raiseObjection', objection(told))).toEqual(['OBJECTION_ALREADY_RULED']);
  });

  it('upheld gives the case back, and the transfer has the day that it always had', async () => {
    const told = await givenBack();
    const back = await read(people.bureau, told, `${state} deadlines { kind state dueOn }`);
    expect(back).toMatchObject({
      status: 'REGISTERED',
      responsibleOrganization: null,
      availableActions: ['referCase', 'assignCase'],
      objections: [{ ruling: 'UPHELD' }],
    });
    expect((back as { deadlines: object[] }).deadlines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'TRANSFER', state: 'SUPERSEDED', dueOn: '2026-03-17' }),
        expect.objectContaining({ kind: 'TRANSFER', state: 'RUNNING', dueOn: '2026-03-17' }),
        expect.objectContaining({ kind: 'RE_REFERRAL', state: 'RUNNING', dueOn: '2026-03-04' }),
      ]),
    );
    // It was with the unit, which sees what becomes of it.
    expect(await read(people.handler, told, 'status')).toEqual({ status: 'REGISTERED' });
    const toOther = { toOrganizationId: town.otherDepartment.id, overrideReason: '县政府指定' };
    const payload = await must(
      people.bureau,
      'referCase',
      { ...key(), caseId: told.id, ...toOther },
      'referral { hop }',
    );
    expect(payload).toMatchObject({ referral: { hop: 2 } });
  });

  it('is refused to everybody but whoever passed the case on', async () => {
    const told = await objected();
    expect(await codes(people.handler, 'ruleObjection', ruling(told, 'UPHELD'))).toEqual([
      'NOT_THE_REFERRING_ORGANIZATION',
    ]);
    expect(await codes(elsewhere(people.bureau), 'ruleObjection', ruling(told, 'UPHELD'))).toEqual(['CASE_NOT_FOUND']);
    expect(await codes(people.bureau, 'ruleObjection', { ...ruling(told, 'UPHELD'), reason: '' })).toEqual([
      'REASON_REQUIRED',
    ]);
    const referred = await story().referred();
    expect(await codes(people.bureau, 'ruleObjection', ruling(referred, 'REJECTED'))).toEqual(['WRONG_STATE']);
  });

  it('lapses by itself, without consent; and silence admits the case at the end', async () => {
    const told = await objected();
    await service.at('2026-03-06T01:00:00Z');
    expect(await read(people.bureau, told, state)).toMatchObject({
      status: 'REFERRED',
      objections: [{ ruling: 'LAPSED' }],
      deadlines: expect.arrayContaining([
        { kind: 'OBJECTION_RULING', state: 'BREACHED', responsibleOrganization: { id: town.countyBureau.id } },
      ]),
    });
    await service.at('2026-03-18T01:00:00Z');
    expect(await read(people.bureau, told, 'status')).toEqual({ status: 'ADMITTED' });
  });

  it('waits in the worklist of the bureau', async () => {
    const told = await objected();
    const list = 'query { myWorklist(bucket: TO_RULE_OBJECTION, first: 100) { edges { node { id } } } }';
    expect(JSON.stringify(await service.as(people.bureau)(list))).toContain(told.id);
    expect(JSON.stringify(await service.as(people.handler)(list))).not.toContain(told.id);
  });
});

describe('ruleCompetence', () => {
  const named = ({ id: caseId }: Told, to = town.department.id) => ({
    ...key(),
    caseId,
    toOrganizationId: to,
    reason: '依职责清单裁定。',
  });

  it('is for the joint-conference office where no superior is common, and is final', async () => {
    const told = await disputed();
    expect(await codes(people.bureau, 'referCase', { caseId: told.id, toOrganizationId: town.department.id })).toEqual([
      'COMPETENCE_RULING_PENDING',
    ]);
    const list = 'query { myWorklist(bucket: TO_RULE_COMPETENCE) { edges { node { id } } } }';
    expect(await service.as(chair)(list)).toMatchObject({
      data: { myWorklist: { edges: [{ node: { id: told.id } }] } },
    });
    const selection = `availableActions objections { reason { text } }
      competenceDisputes { level state rulingOrganization { id } organizations { id } toOrganization { id } }`;
    const dispute = {
      level: 'JOINT_CONFERENCE',
      rulingOrganization: { id: conference.id },
      organizations: [{ id: town.department.id }, { id: town.otherDepartment.id }],
    };
    expect(await read(chair, told, selection)).toEqual({
      availableActions: ['ruleCompetence'],
      objections: [{ reason: { text: reason } }, { reason: { text: reason } }],
      competenceDisputes: [{ ...dispute, state: 'OPEN', toOrganization: null }],
    });
    const payload = await must(chair, 'ruleCompetence', named(told), `referral { isFinal hop } case { ${state} }`);
    expect(payload).toMatchObject({
      referral: { isFinal: true, hop: 3 },
      case: { status: 'REFERRED', responsibleOrganization: { id: town.department.id } },
    });
    expect(await read(chair, told, selection)).toMatchObject({
      availableActions: [],
      objections: [{ reason: { text: null } }, { reason: { text: null } }],
      competenceDisputes: [{ ...dispute, state: 'RULED', toOrganization: { id: town.department.id } }],
    });
    expect(await codes(people.handler, 'raiseObjection', objection(told))).toEqual(['REFERRAL_IS_FINAL']);
  });

  it('is for the nearest common superior where there is one', async () => {
    const told = await disputed(town.otherCountyDepartment.id);
    expect(await read(people.bureau, told, 'competenceDisputes { level rulingOrganization { id } }')).toEqual({
      competenceDisputes: [{ level: 'COMMON_SUPERIOR', rulingOrganization: { id: town.cityDepartment.id } }],
    });
  });

  it('is refused to everybody else, without a reason, and to whom cannot answer', async () => {
    const told = await disputed();
    expect(await codes(people.leader, 'ruleCompetence', named(told))).toEqual(['NOT_THE_RULING_ORGANIZATION']);
    expect(await codes(head, 'ruleCompetence', named(told))).toEqual(['CASE_NOT_FOUND']);
    expect(await codes(chair, 'ruleCompetence', { ...named(told), reason: ' ' })).toEqual(['REASON_REQUIRED']);
    expect(await codes(chair, 'ruleCompetence', named(told, newId()))).toEqual(['ORGANIZATION_NOT_FOUND']);
    expect(await codes(chair, 'ruleCompetence', named(told, town.village.id))).toEqual([
      'VILLAGE_COMMITTEE_NOT_RESPONSIBLE',
    ]);
    expect(await codes(chair, 'ruleCompetence', named(told, town.merged.id))).toEqual(['ORGANIZATION_NO_LONGER_VALID']);
    expect(await codes(people.leader, 'ruleCompetence', named(await givenBack()))).toEqual(['WRONG_STATE']);
  });

  it('lapses to the organization that the case was last referred to', async () => {
    const told = await disputed();
    await service.at('2026-03-17T01:00:00Z');
    expect(await read(people.bureau, told, `${state} competenceDisputes { state }`)).toMatchObject({
      status: 'REFERRED',
      responsibleOrganization: { id: town.department.id },
      competenceDisputes: [{ state: 'LAPSED' }],
      deadlines: expect.arrayContaining([
        { kind: 'COMPETENCE_RULING', state: 'BREACHED', responsibleOrganization: { id: conference.id } },
      ]),
    });
  });
});

describe('passDownCase', () => {
  const down = ({ id: caseId }: Told, to = station.id) => ({ ...key(), caseId, toOrganizationId: to });
  /** With the city's department, which has the county's below it. */
  const withCity = async (): Promise<Told> => {
    const told = await story().registered();
    const order = { toOrganizationId: town.cityDepartment.id, overrideReason: '市级事项' };
    await must(people.bureau, 'referCase', { ...key(), caseId: told.id, ...order });
    return told;
  };
  const cityHandler = aViewer('HANDLER', { organizationId: town.cityDepartment.id, areaCode: '990100' });

  it('goes one level down, and the petitioner reads where', async () => {
    const told = await withCity();
    expect(await read(cityHandler, told, 'availableActions')).toEqual({
      availableActions: ['passDownCase', 'raiseObjection', 'decideAdmission'],
    });
    await must(cityHandler, 'passDownCase', down(told, town.department.id));
    expect(await read(people.handler, told, state)).toMatchObject({
      status: 'REFERRED',
      responsibleOrganization: { id: town.department.id },
    });
    const timeline = 'timeline(first: 1) { edges { node { type label } } }';
    expect(await read(petitionerOf(told.id), told, timeline)).toEqual({
      timeline: { edges: [{ node: { type: 'CasePassedDown', label: '已转下级单位' } }] },
    });
  });

  it('is refused to who has not got the case, and to what is not below', async () => {
    const told = await story().referred();
    const refused = (viewer: Viewer, to: string, more: object = {}) =>
      service.refused(viewer, 'passDownCase', { ...down(told, to), ...more });
    expect(await refused(people.handler, town.otherDepartment.id)).toEqual([
      ['NOT_A_SUBORDINATE', 'input', 'toOrganizationId'],
    ]);
    expect(await refused(people.handler, newId())).toEqual([['ORGANIZATION_NOT_FOUND', 'input', 'toOrganizationId']]);
    expect(await refused(people.otherHandler, station.id)).toEqual([['CASE_NOT_FOUND', 'input', 'caseId']]);
    await must(people.handler, 'passDownCase', down(told));
    expect(await refused(people.handler, station.id)).toEqual([['NOT_THE_RESPONSIBLE_ORGANIZATION', 'input']]);
    await must(stationHandler, 'decideAdmission', { ...key(), caseId: told.id, decision: 'ADMIT' });
    expect(await refused(stationHandler, station.id)).toEqual([['WRONG_STATE', 'input']]);
  });
});

type Row = Readonly<{
  verb: string;
  permission: Permission;
  inputOf: (told: Told) => object;
  viewer: Viewer;
  chapter: () => Promise<Told>;
}>;
const to = ({ id: caseId }: Told, toOrganizationId: string) => ({ ...key(), caseId, toOrganizationId });
const rows: readonly Row[] = [
  {
    verb: 'raiseObjection',
    permission: 'objection:raise',
    inputOf: (told) => objection(told),
    viewer: people.handler,
    chapter: () => story().referred(),
  },
  {
    verb: 'ruleObjection',
    permission: 'objection:rule',
    inputOf: (told) => ruling(told, 'REJECTED'),
    viewer: people.bureau,
    chapter: () => objected(),
  },
  {
    verb: 'ruleCompetence',
    permission: 'competence:rule',
    inputOf: (told) => ({ ...to(told, town.department.id), reason: '裁定' }),
    viewer: chair,
    chapter: () => disputed(),
  },
  {
    verb: 'passDownCase',
    permission: 'case:pass-down',
    inputOf: (told) => to(told, station.id),
    viewer: people.handler,
    chapter: () => story().referred(),
  },
];

describe.each(rows)('$verb', ({ verb, permission, inputOf, viewer, chapter }) => {
  it('is forbidden for every other role', async () => {
    const input = inputOf(await chapter());
    await service.withoutTrace(async () => {
      for (const role of staffRoles.filter((each) => !permissions[permission].includes(each))) {
        const { errors } = await service.run(aViewer(role), verb, input);
        expect([role, errors?.map(({ extensions }) => extensions)]).toEqual([role, [{ code: 'FORBIDDEN' }]]);
      }
    });
  });

  it('is refused to who has read an older version, and has one effect for one key', async () => {
    const input = inputOf(await chapter());
    expect(await codes(viewer, verb, { ...input, idempotencyKey: newId(), expectedVersion: 1 })).toEqual([
      'STALE_VERSION',
    ]);
    const once = await must(viewer, verb, input, 'case { id version }');
    expect(await service.withoutTrace(() => must(viewer, verb, input, 'case { id version }'))).toEqual(once);
    expect(await codes(viewer, verb, { ...input, expectedVersion: 1 })).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });
});
