import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, seededId, type Viewer } from '@onevisit/kernel';
import type { MaskedResult } from '@onevisit/subgraph';
import { aViewer, emptyTables } from '@onevisit/testing';
import { aMilestone, aProject, aRisk } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';

const noon = new Date('2026-06-01T04:00:00Z');
const [leadId, memberId, gone] = ['990102-LETT/1', '990102-LETT/2', '990102-LETT/7'].map((code) =>
  seededId('staff', code),
) as [string, string, string];
const lead = aViewer('CHIEF', { id: leadId });
const member = aViewer('CLERK', { id: memberId });
const innovationLead = aViewer('INNOVATION_LEAD', { id: newId() });
const stranger = aViewer('DIRECTOR', { id: newId() });
const projectId = aProject().id;
const milestoneId = aMilestone().id;

let service: TestService;

beforeAll(async () => {
  service = await startService(noon);
});

afterAll(() => service.close());

async function given(stage: 'PILOT' | 'STOPPED' | 'SUSTAINED' = 'PILOT'): Promise<void> {
  await emptyTables(service.database);
  for (const id of [leadId, memberId]) await staffChanged(id, true);
  await staffChanged(gone, false);
  await service.write(async (tx) => {
    await tx.projects.insert(aProject({ stage, version: 3 }));
    await tx.milestones.insert(aMilestone());
    await tx.risks.insert(aRisk());
  });
}

beforeEach(() => given());

const staffChanged = (subjectId: string, isActive: boolean) =>
  service.tell({ type: 'staff.joined.v1', subjectId, data: { isActive } });

const everything = async () =>
  JSON.stringify([
    await service.database.query('select * from innovation_projects'),
    await service.database.query('select * from milestones'),
    await service.database.query('select * from risks'),
    await service.database.query('select * from idempotency_keys'),
  ]);

/** Does something that is to be refused, and sees that nothing was written. */
async function refused(ask: () => Promise<MaskedResult>): Promise<MaskedResult> {
  const before = await everything();
  const result = await ask();
  expect(await everything()).toBe(before);
  return result;
}

const project = `project { progress team { id } milestones { title weight dueOn evidence reachedAt reachedBy { id } }
  risks { description measure notedBy { id } notedAt outcome closedAt } }`;
const inputs = {
  addMilestone: { projectId, title: '培训窗口人员', weight: 10, dueOn: '2026-06-01' },
  recordMilestone: { milestoneId, evidence: '清单已上墙。' },
  setProjectTeam: { projectId, memberIds: [memberId, leadId, memberId] },
  noteRisk: { projectId, description: '对照单位也学了新做法。', measure: '每季核对一次。' },
  closeRisk: { riskId: aRisk().id, outcome: '已补齐人手。' },
};
const otherInputs = {
  addMilestone: { title: '别的' },
  recordMilestone: { evidence: '别的' },
  setProjectTeam: { memberIds: [] },
  noteRisk: { measure: '别的' },
  closeRisk: { outcome: '别的' },
};
type Verb = keyof typeof inputs;
const names = Object.keys(inputs) as Verb[];

function act(verb: Verb, viewer: Viewer = lead, input: Record<string, unknown> = {}): Promise<MaskedResult> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  return service.as(viewer)(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { ${project} errors { code path } } }`,
    { input: { ...inputs[verb], idempotencyKey: newId(), ...input } },
  );
}

const planned = { title: '一次性告知清单上墙', weight: 30, dueOn: '2026-06-30' };
const risk = {
  description: '窗口人手不足。',
  measure: '从业务科抽调一人。',
  notedBy: { id: leadId },
  notedAt: '2026-05-06T02:00:00.000Z',
  outcome: null,
  closedAt: null,
};
const open = { evidence: null, reachedAt: null, reachedBy: null };

describe('addMilestone', () => {
  it('lays down what has to get done, in the order in which it is due', async () => {
    expect((await act('addMilestone')).data).toEqual({
      addMilestone: {
        project: {
          progress: 0,
          team: [],
          risks: [risk],
          milestones: [
            { title: '培训窗口人员', weight: 10, dueOn: '2026-06-01', ...open },
            { ...planned, ...open },
          ],
        },
        errors: [],
      },
    });
  });

  it.each([
    ['TITLE_EMPTY', { title: ' ' }],
    ['TITLE_TOO_LONG', { title: '题'.repeat(101) }],
    ['WEIGHT_OUT_OF_RANGE', { weight: 0 }],
    ['DUE_IN_THE_PAST', { dueOn: '2026-05-31' }],
    ['PROJECT_NOT_FOUND', { projectId: newId() }],
    ['PROJECT_NOT_FOUND', { projectId: 'no id at all' }],
  ])('refuses with %s and writes nothing', async (code, wrong) => {
    const result = await refused(() => act('addMilestone', lead, wrong));
    expect(result.data).toMatchObject({ addMilestone: { project: null, errors: [{ code }] } });
  });

  it('takes thirty and no more', async () => {
    await service.write(async (tx) => {
      for (let at = 2; at <= 30; at += 1) await tx.milestones.insert(aMilestone({ id: newId() }));
    });
    const result = await refused(() => act('addMilestone'));
    expect(result.data).toMatchObject({ addMilestone: { errors: [{ code: 'TOO_MANY' }] } });
  });
});

describe('recordMilestone', () => {
  it('says what shows that it was reached, and moves the progress by its weight', async () => {
    await act('addMilestone');
    expect((await act('recordMilestone')).data).toMatchObject({
      recordMilestone: {
        project: {
          progress: 0.75,
          milestones: [
            open,
            { ...planned, evidence: '清单已上墙。', reachedAt: noon.toISOString(), reachedBy: { id: leadId } },
          ],
        },
        errors: [],
      },
    });
  });

  it('happens once', async () => {
    await act('recordMilestone');
    const again = await refused(() => act('recordMilestone'));
    expect(again.data).toMatchObject({ recordMilestone: { project: null, errors: [{ code: 'ALREADY_REACHED' }] } });
  });

  it.each([
    ['EVIDENCE_EMPTY', { evidence: ' ' }],
    ['EVIDENCE_TOO_LONG', { evidence: '字'.repeat(5_001) }],
    ['MILESTONE_NOT_FOUND', { milestoneId: newId() }],
    ['MILESTONE_NOT_FOUND', { milestoneId: 'no id at all' }],
  ])('refuses with %s and writes nothing', async (code, wrong) => {
    const result = await refused(() => act('recordMilestone', lead, wrong));
    expect(result.data).toMatchObject({ recordMilestone: { project: null, errors: [{ code }] } });
  });
});

describe('setProjectTeam', () => {
  it('names who works on it beside the lead, each once, who may plan it from then on', async () => {
    const before = await refused(() => act('addMilestone', member));
    expect(before.data).toMatchObject({ addMilestone: { errors: [{ code: 'NOT_ON_TEAM' }] } });
    expect((await act('setProjectTeam', lead, { expectedVersion: 3 })).data).toMatchObject({
      setProjectTeam: { project: { team: [{ id: memberId }] }, errors: [] },
    });
    expect((await act('addMilestone', member)).data).toMatchObject({ addMilestone: { errors: [] } });
  });

  it.each([
    ['MEMBER_NOT_FOUND', { memberIds: [gone] }],
    ['MEMBER_NOT_FOUND', { memberIds: [memberId, newId()] }],
    ['MEMBER_NOT_FOUND', { memberIds: ['no id at all'] }],
    ['TOO_MANY', { memberIds: Array.from({ length: 31 }, () => newId()) }],
    ['STALE_VERSION', { expectedVersion: 2 }],
    ['PROJECT_NOT_FOUND', { projectId: newId() }],
  ])('refuses with %s and writes nothing', async (code, wrong) => {
    const result = await refused(() => act('setProjectTeam', lead, wrong));
    expect(result.data).toMatchObject({ setProjectTeam: { project: null, errors: [{ code }] } });
  });
});

describe('noteRisk', () => {
  it('notes what may go wrong behind what was noted before', async () => {
    expect((await act('noteRisk')).data).toMatchObject({
      noteRisk: {
        project: {
          risks: [
            risk,
            {
              description: '对照单位也学了新做法。',
              measure: '每季核对一次。',
              notedBy: { id: leadId },
              notedAt: noon.toISOString(),
              outcome: null,
              closedAt: null,
            },
          ],
        },
        errors: [],
      },
    });
  });

  it.each([
    ['DESCRIPTION_EMPTY', { description: ' ' }],
    ['MEASURE_EMPTY', { measure: ' ' }],
    ['TEXT_TOO_LONG', { measure: '字'.repeat(5_001) }],
    ['PROJECT_NOT_FOUND', { projectId: newId() }],
  ])('refuses with %s and writes nothing', async (code, wrong) => {
    const result = await refused(() => act('noteRisk', lead, wrong));
    expect(result.data).toMatchObject({ noteRisk: { project: null, errors: [{ code }] } });
  });

  it('takes thirty that are open and no more, those that are closed not counted', async () => {
    await service.write(async (tx) => {
      for (let at = 2; at <= 30; at += 1) await tx.risks.insert(aRisk({ id: newId() }));
    });
    const result = await refused(() => act('noteRisk'));
    expect(result.data).toMatchObject({ noteRisk: { errors: [{ code: 'TOO_MANY' }] } });
    await act('closeRisk');
    expect((await act('noteRisk')).data).toMatchObject({ noteRisk: { errors: [] } });
  });
});

describe('closeRisk', () => {
  it('says what became of it, once', async () => {
    expect((await act('closeRisk')).data).toMatchObject({
      closeRisk: {
        project: { risks: [{ ...risk, outcome: '已补齐人手。', closedAt: noon.toISOString() }] },
        errors: [],
      },
    });
    const again = await refused(() => act('closeRisk'));
    expect(again.data).toMatchObject({ closeRisk: { project: null, errors: [{ code: 'ALREADY_CLOSED' }] } });
  });

  it.each([
    ['OUTCOME_EMPTY', { outcome: ' ' }],
    ['TEXT_TOO_LONG', { outcome: '字'.repeat(5_001) }],
    ['RISK_NOT_FOUND', { riskId: newId() }],
    ['RISK_NOT_FOUND', { riskId: 'no id at all' }],
  ])('refuses with %s and writes nothing', async (code, wrong) => {
    const result = await refused(() => act('closeRisk', lead, wrong));
    expect(result.data).toMatchObject({ closeRisk: { project: null, errors: [{ code }] } });
  });
});

describe.each(names)('%s', (verb) => {
  it('is open to the innovation lead, and to nobody who does not work on the project', async () => {
    const foreign = await refused(() => act(verb, stranger));
    expect(foreign.data).toMatchObject({ [verb]: { project: null, errors: [{ code: 'NOT_ON_TEAM' }] } });
    expect((await act(verb, innovationLead)).data).toMatchObject({ [verb]: { errors: [] } });
  });

  it.each(['STOPPED', 'SUSTAINED'] as const)('is refused for a project that is %s', async (stage) => {
    await given(stage);
    const result = await refused(() => act(verb));
    expect(result.data).toMatchObject({ [verb]: { project: null, errors: [{ code: 'WRONG_STATE' }] } });
  });

  it('answers the same to what is sent twice with the same key, and refuses anything else under it', async () => {
    const once = await act(verb, lead, { idempotencyKey: 'k' });
    const twice = await refused(() => act(verb, lead, { idempotencyKey: 'k' }));
    expect(twice.data).toEqual(once.data);
    const reused = await refused(() => act(verb, lead, { idempotencyKey: 'k', ...otherInputs[verb] }));
    expect(reused.data).toMatchObject({ [verb]: { errors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] } });
  });

  it.each([
    ['PETITIONER', 'FORBIDDEN'],
    ['PUBLIC', 'UNAUTHENTICATED'],
  ] as const)('answers a %s with %s', async (role, code) => {
    const result = await refused(() => act(verb, aViewer(role)));
    expect(result.errors).toMatchObject([{ path: [verb], extensions: { code } }]);
  });
});
