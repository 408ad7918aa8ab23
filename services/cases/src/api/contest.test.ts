import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, permissions, staffRoles, type Permission, type Viewer } from '@onevisit/kernel';
import { aViewer } from '@onevisit/testing';
import { elsewhere, people, petitionerOf, town } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import { handedOver, storyOf, type Told } from '../testing/story.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const key = () => ({ idempotencyKey: newId() });
const grounds = '我已提交合同和工资单，事项具体明确。';
const refusal = ({ id: caseId }: Told) => ({
  ...key(),
  caseId,
  decision: 'NOT_ADMIT',
  reasonCode: 'NO_CONCRETE_MATTER',
  legalBasis: '《信访工作条例》第十九条',
  guidance: '请补充具体事项后再次提交。',
  secondPersonId: people.colleague.id,
});
const contest = ({ id: caseId }: Told) => ({ ...key(), caseId, grounds });
const ruling = ({ id: caseId }: Told, word = 'UPHELD') => ({ ...key(), caseId, ruling: word, reason: '经核实。' });
const must = async (...asked: Parameters<TestService['did']>) => {
  const payload = await service.did(...asked);
  expect(payload.errors).toEqual([]);
  return payload;
};
const story = () => storyOf(service);
const refused = async (): Promise<Told> => {
  const told = await story().referred();
  await must(people.handler, 'decideAdmission', refusal(told));
  return told;
};
const notified = async (): Promise<Told> => {
  const told = await refused();
  await must(people.handler, 'deliverNotice', { ...key(), caseId: told.id, ...handedOver });
  return told;
};
const contested = async (): Promise<Told> => {
  const told = await notified();
  await must(petitionerOf(told.id, 'VIEW'), 'contestAdmission', contest(told));
  return told;
};
const read = async (viewer: Viewer, { id }: Told, selection: string) => {
  const { data } = await service.as(viewer)(`query { case(id: "${id}") { ${selection} } }`);
  return data?.['case'];
};
const codes = async (viewer: Viewer, verb: string, input: object) =>
  (await service.refused(viewer, verb, input)).map(([code]) => code);

describe('decideAdmission, NOT_ADMIT', () => {
  it('says why and where to go, and opens the way to contest it', async () => {
    const told = await refused();
    const selection = `status stage availableActions admission { decision reasonCode guidance secondPerson { id } }`;
    expect(await read(people.handler, told, selection)).toEqual({
      status: 'NOT_ADMITTED',
      stage: 'ADMISSION',
      availableActions: ['deliverNotice'],
      admission: {
        decision: 'NOT_ADMIT',
        reasonCode: 'NO_CONCRETE_MATTER',
        guidance: '请补充具体事项后再次提交。',
        secondPerson: { id: people.colleague.id },
      },
    });
    await must(people.handler, 'deliverNotice', { ...key(), caseId: told.id, ...handedOver });
    expect(await read(petitionerOf(told.id, 'VIEW'), told, 'availableActions deadlines { kind state }')).toMatchObject({
      availableActions: ['contestAdmission'],
      deadlines: expect.arrayContaining([{ kind: 'CONTEST_WINDOW', state: 'RUNNING' }]),
    });
  });

  it.each([
    ['NON_ADMISSION_BASIS_REQUIRED', 'legalBasis', { legalBasis: ' ' }],
    ['NON_ADMISSION_REASON_REQUIRED', 'reasonCode', { reasonCode: null }],
    ['GUIDANCE_REQUIRED', 'guidance', { guidance: ' ' }],
    ['GUIDANCE_REQUIRED', 'guidance', { guidance: '长'.repeat(501) }],
    ['REVIEWER_REQUIRED', 'secondPersonId', { secondPersonId: null }],
    ['REVIEWER_REQUIRED', 'secondPersonId', { secondPersonId: people.handler.id }],
    ['REVIEWER_REQUIRED', 'secondPersonId', { secondPersonId: people.otherHandler.id }],
    ['USE_OBJECTION', 'reasonCode', { reasonCode: 'OUT_OF_JURISDICTION' }],
  ])('is refused with %s', async (code, name, changes) => {
    const told = await story().referred();
    expect(await service.refused(people.handler, 'decideAdmission', { ...refusal(told), ...changes })).toEqual([
      [code, 'input', name],
    ]);
  });

  it('may say that a unit that was asked directly is not competent', async () => {
    const told = await story().registered({}, people.unitClerk);
    await must(people.handler, 'decideAdmission', { ...refusal(told), reasonCode: 'OUT_OF_JURISDICTION' });
    expect(await read(people.handler, told, 'status')).toEqual({ status: 'NOT_ADMITTED' });
  });

  it('stands once the window has run out, and ends nothing without a notice', async () => {
    const [told, silent] = [await notified(), await refused()];
    await service.at('2026-03-24T01:00:00Z');
    expect(await read(people.bureau, told, 'status conclusionKind')).toEqual({
      status: 'CONCLUDED',
      conclusionKind: 'NON_ADMISSION_STOOD',
    });
    expect(await read(people.bureau, silent, 'status serviceFailures { kind }')).toEqual({
      status: 'NOT_ADMITTED',
      serviceFailures: [{ kind: 'LATE_ADMISSION_NOTICE' }],
    });
    expect(await codes(petitionerOf(told.id), 'contestAdmission', contest(told))).toEqual(['WRONG_STATE']);
    await must(petitionerOf(silent.id, 'VIEW'), 'contestAdmission', contest(silent));
  });
});

describe('contestAdmission', () => {
  it('takes no PIN, and is ruled on by the city', async () => {
    const told = await notified();
    const selection = `contest { state grounds { text } } case { status deadlines { kind responsibleOrganization { id } } }`;
    expect(await must(petitionerOf(told.id, 'VIEW'), 'contestAdmission', contest(told), selection)).toMatchObject({
      contest: { state: 'PENDING', grounds: { text: grounds } },
      case: {
        status: 'NOT_ADMITTED',
        deadlines: expect.arrayContaining([
          { kind: 'CONTEST_RULING', responsibleOrganization: { id: town.cityBureau.id } },
        ]),
      },
    });
    expect(await service.dump()).not.toContain(grounds);
  });

  it('can be taken down by the clerk who received the petition, and by no other', async () => {
    const told = await notified();
    expect(await codes(elsewhere(people.clerk), 'contestAdmission', contest(told))).toEqual(['CASE_NOT_FOUND']);
    await must(people.clerk, 'contestAdmission', contest(told));
  });

  it('is refused a second time, without grounds, and where nothing was refused', async () => {
    const told = await contested();
    expect(await codes(petitionerOf(told.id), 'contestAdmission', contest(told))).toEqual(['ALREADY_CONTESTED']);
    const other = await refused();
    for (const text of ['', '长'.repeat(2_001)]) {
      expect(await codes(petitionerOf(other.id), 'contestAdmission', { ...contest(other), grounds: text })).toEqual([
        'GROUNDS_REQUIRED',
      ]);
    }
    const admitted = await story().admitted();
    expect(await codes(petitionerOf(admitted.id), 'contestAdmission', contest(admitted))).toEqual(['WRONG_STATE']);
  });
});

describe('ruleContest', () => {
  it('upheld brings the case back, and the refusal stands against who refused', async () => {
    const told = await contested();
    const list = 'query { myWorklist(bucket: TO_RULE_CONTEST, first: 100) { edges { node { id } } } }';
    expect(JSON.stringify(await service.as(people.supervisor)(list))).toContain(told.id);
    const selection = `contest { state ruledBy { id } } case { status responsibleOrganization { id }
      deadlines { kind state } serviceFailures { kind detectedBy organization { id } } }`;
    expect(await must(people.supervisor, 'ruleContest', ruling(told), selection)).toMatchObject({
      contest: { state: 'UPHELD', ruledBy: { id: people.supervisor.id } },
      case: {
        status: 'REGISTERED',
        responsibleOrganization: null,
        deadlines: expect.arrayContaining([{ kind: 'RE_REFERRAL', state: 'RUNNING' }]),
        serviceFailures: [
          { kind: 'WRONGFUL_NON_ADMISSION', detectedBy: 'SUPERVISOR', organization: { id: town.department.id } },
        ],
      },
    });
    expect(JSON.stringify(await service.as(people.supervisor)(list))).not.toContain(told.id);
    await must(people.bureau, 'referCase', { ...key(), caseId: told.id, toOrganizationId: town.department.id });
    await must(people.handler, 'decideAdmission', { ...key(), caseId: told.id, decision: 'ADMIT' });
    expect(await read(people.handler, told, 'status admission { decision noticeDeliveredAt }')).toEqual({
      status: 'ADMITTED',
      admission: { decision: 'ADMIT', noticeDeliveredAt: null },
    });
  });

  it('rejected leaves the decision to stand once its window is over', async () => {
    const told = await contested();
    await must(people.supervisor, 'ruleContest', ruling(told, 'REJECTED'));
    expect(await read(people.bureau, told, 'status contests { state }')).toEqual({
      status: 'NOT_ADMITTED',
      contests: [{ state: 'REJECTED' }],
    });
  });

  it('lapses in favour of the petitioner, though the window has run out meanwhile', async () => {
    const told = await contested();
    await service.at('2026-04-01T01:00:00Z');
    expect(
      await read(people.bureau, told, 'status contests { state ruledBy { id } } serviceFailures { kind }'),
    ).toEqual({
      status: 'REGISTERED',
      contests: [{ state: 'UPHELD', ruledBy: null }],
      serviceFailures: [],
    });
  });

  it('is never for who decided, needs a reason, and a contest', async () => {
    const told = await contested();
    const ofUnit = aViewer('SUPERVISOR', { organizationId: town.department.id });
    expect(await codes(ofUnit, 'ruleContest', ruling(told))).toEqual(['DECIDER_CANNOT_RULE']);
    expect(await codes(people.supervisor, 'ruleContest', { ...ruling(told), reason: '' })).toEqual(['REASON_REQUIRED']);
    expect(await codes(people.supervisor, 'ruleContest', ruling(await notified()))).toEqual(['WRONG_STATE']);
    expect(await codes(elsewhere(people.supervisor), 'ruleContest', ruling(told))).toEqual(['CASE_NOT_FOUND']);
  });
});

type Row = Readonly<{
  verb: string;
  permission: Permission;
  inputOf: (told: Told) => object;
  viewerOf: (told: Told) => Viewer;
  chapter: () => Promise<Told>;
}>;
const rows: readonly Row[] = [
  {
    verb: 'contestAdmission',
    permission: 'admission:contest',
    inputOf: contest,
    viewerOf: ({ id }) => petitionerOf(id, 'VIEW'),
    chapter: refused,
  },
  {
    verb: 'ruleContest',
    permission: 'contest:rule',
    inputOf: (told) => ruling(told),
    viewerOf: () => people.supervisor,
    chapter: contested,
  },
];

describe.each(rows)('$verb', ({ verb, permission, inputOf, viewerOf, chapter }) => {
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
    const told = await chapter();
    const [input, viewer] = [inputOf(told), viewerOf(told)];
    const stale = { ...input, idempotencyKey: newId(), expectedVersion: 1 };
    expect(await codes(viewer, verb, stale)).toEqual(['STALE_VERSION']);
    const once = await must(viewer, verb, input, 'case { id version }');
    expect(await service.withoutTrace(() => must(viewer, verb, input, 'case { id version }'))).toEqual(once);
    expect(await codes(viewer, verb, { ...input, expectedVersion: 1 })).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });
});
