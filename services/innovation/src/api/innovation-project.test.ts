import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, seededId, staffRoles, type DeliveredEvent, type Viewer } from '@onevisit/kernel';
import type { MaskedResult } from '@onevisit/subgraph';
import { aViewer, emptyTables } from '@onevisit/testing';
import { aMetric, aProject } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';
import type { InnovationProject } from '../domain/innovation-project.ts';

const noon = new Date('2026-04-30T04:00:00Z');
const later = new Date('2026-05-06T04:00:00Z');

const bureau = seededId('organization', '990102-LETT');
const pilot = seededId('organization', '990102001-LETT');
const comparison = seededId('organization', '990102002-LETT');
const dissolved = seededId('organization', '990102-OLD');
const [chiefId, directorId, leadId, gone] = ['990102-LETT/1', '990100-LETT/1', '990100-LETT/9', '990102-LETT/7'].map(
  (code) => seededId('staff', code),
) as [string, string, string, string];
const campaignId = seededId('campaign', 'CP-INNOV');

const chief = aViewer('CHIEF', { id: chiefId, organizationId: bureau, areaCode: '990102' });
const director = aViewer('DIRECTOR', { id: directorId, areaCode: '990100' });
const innovationLead = aViewer('INNOVATION_LEAD', { id: leadId, organizationId: bureau, areaCode: '990100' });
const clerk = aViewer('CLERK', { id: newId(), organizationId: bureau });

let service: TestService;

beforeAll(async () => {
  service = await startService(noon);
  for (const id of [bureau, pilot, comparison]) await organizationChanged(id, null);
  await organizationChanged(dissolved, '2026-04-29');
  for (const id of [chiefId, directorId, leadId, gone]) await staffChanged('staff.joined.v1', id, true);
  await staffChanged('staff.moved.v1', chiefId, true);
  await staffChanged('staff.left.v1', gone, false);
  await service.write(({ references }) =>
    references.addAll([
      { kind: 'ISSUE_TYPE', key: 'A2' },
      { kind: 'ISSUE_TYPE', key: 'A' },
      { kind: 'CAMPAIGN', key: campaignId },
    ]),
  );
});

afterAll(() => service.close());

const organizationChanged = (subjectId: string, validTo: string | null) =>
  service.tell({ type: 'organization.changed.v1', subjectId, data: { validTo } });
const staffChanged = (type: string, subjectId: string, isActive: boolean) =>
  service.tell({ type, subjectId, data: { isActive } });

beforeEach(async () => {
  service.clock.set(noon);
  await emptyTables(service.database, ['organizations', 'staff', 'reference_keys', 'inbox', 'inbox_subjects']);
});

const field = (data: unknown, ...path: string[]): unknown =>
  path.reduce((value, name) => (value as Record<string, unknown>)[name], data);
const everything = async () =>
  JSON.stringify([
    await service.database.query('select * from innovation_projects'),
    await service.database.query('select * from project_timeline'),
    await service.database.query('select * from idempotency_keys'),
    (await told()).length,
  ]);

/** All that other subgraphs were told until now. */
async function told(): Promise<readonly DeliveredEvent[]> {
  await service.subgraph.settle();
  return service.delivered;
}

/** Does something that is to be refused, and sees that nothing was written and nobody was told. */
async function refused(ask: () => Promise<MaskedResult>): Promise<MaskedResult> {
  const before = await everything();
  const result = await ask();
  expect(await everything()).toBe(before);
  return result;
}

const proposal = {
  title: '窗口一次性告知清单',
  kind: 'HIGHLIGHT',
  issueTypeCode: 'A2',
  hypothesis: '材料一次告知清楚，群众就不必为补材料再跑一趟。',
  campaignId,
  metrics: [aMetric()],
  pilotUnitIds: [pilot],
  comparisonUnitIds: [comparison],
};
const proposeDocument = `mutation ($input: ProposeProjectInput!) {
  proposeProject(input: $input) {
    project {
      id code title kind problem { code } hypothesis owner { id } lead { id } campaign { id } stage
      metrics { indicator { code } baselineFrom baselineTo target guardrails { code } }
      pilotUnits { id } comparisonUnits { id } proposedAt version timeline { stage reason by { id } at }
    }
    errors { code path }
  }
}`;
const propose = (viewer: Viewer, input: Record<string, unknown> = {}) =>
  service.as(viewer)(proposeDocument, { input: { ...proposal, idempotencyKey: newId(), ...input } });

const changed = `{ project { stage version timeline { stage reason by { id } at } } errors { code path } }`;
const approve = (viewer: Viewer, input: Record<string, unknown>) =>
  service.as(viewer)(`mutation ($input: ApproveProjectInput!) { approveProject(input: $input) ${changed} }`, { input });
const startPilot = (viewer: Viewer, input: Record<string, unknown>) =>
  service.as(viewer)(`mutation ($input: StartPilotInput!) { startPilot(input: $input) ${changed} }`, { input });

async function proposedProject(input: Record<string, unknown> = {}): Promise<string> {
  return field((await propose(chief, input)).data, 'proposeProject', 'project', 'id') as string;
}

describe('proposeProject', () => {
  it('proposes a project of the own organization, and says so to the other subgraphs', async () => {
    const result = await propose(chief);
    const id = expect.any(String);
    expect(result.data).toEqual({
      proposeProject: {
        project: {
          id,
          code: expect.stringMatching(/^IP-2026-\d{3}$/),
          title: proposal.title,
          kind: 'HIGHLIGHT',
          problem: { code: 'A2' },
          hypothesis: proposal.hypothesis,
          owner: { id: bureau },
          lead: { id: chiefId },
          campaign: { id: campaignId },
          stage: 'PROPOSED',
          metrics: [
            {
              indicator: { code: 'K08' },
              baselineFrom: '2025-04-01',
              baselineTo: '2026-03-31',
              target: 0.85,
              guardrails: [{ code: 'K12' }],
            },
          ],
          pilotUnits: [{ id: pilot }],
          comparisonUnits: [{ id: comparison }],
          proposedAt: noon.toISOString(),
          version: 1,
          timeline: [{ stage: 'PROPOSED', reason: null, by: { id: chiefId }, at: noon.toISOString() }],
        },
        errors: [],
      },
    });
    expect((await told()).slice(-1)).toEqual([
      {
        id,
        type: 'project.stageChanged.v1',
        source: 'innovation',
        time: noon.toISOString(),
        subjectId: field(result.data, 'proposeProject', 'project', 'id'),
        subjectVersion: 1,
        organizationId: bureau,
        actorOrganizationId: bureau,
        data: { stage: 'PROPOSED', previousStage: null, kind: 'HIGHLIGHT' },
      },
    ]);
  });

  it('takes a proposal that names only the problem, led by somebody else', async () => {
    const result = await propose(innovationLead, {
      issueTypeCode: 'A',
      leadId: chiefId,
      campaignId: null,
      metrics: undefined,
      pilotUnitIds: undefined,
      comparisonUnitIds: undefined,
    });
    expect(field(result.data, 'proposeProject')).toMatchObject({
      project: { lead: { id: chiefId }, campaign: null, metrics: [], pilotUnits: [], comparisonUnits: [] },
      errors: [],
    });
  });

  it('gives every proposal a number of its own', async () => {
    const codes = await Promise.all(
      Array.from({ length: 4 }, async () => field((await propose(chief)).data, 'proposeProject', 'project', 'code')),
    );
    expect(new Set(codes).size).toBe(4);
  });

  it.each([
    ['TITLE_EMPTY', { title: ' ' }],
    ['TITLE_TOO_LONG', { title: '题'.repeat(101) }],
    ['HYPOTHESIS_EMPTY', { hypothesis: '' }],
    ['HYPOTHESIS_TOO_LONG', { hypothesis: '设'.repeat(5_001) }],
    ['ISSUE_TYPE_NOT_FOUND', { issueTypeCode: 'A9' }],
    ['LEAD_NOT_FOUND', { leadId: gone }],
    ['LEAD_NOT_FOUND', { leadId: newId() }],
    ['LEAD_NOT_FOUND', { leadId: 'no id at all' }],
    ['CAMPAIGN_NOT_FOUND', { campaignId: newId() }],
    ['INDICATOR_NOT_FOUND', { metrics: [aMetric({ indicatorCode: 'K99' })] }],
    ['INDICATOR_NEVER_TARGETED', { metrics: [aMetric({ indicatorCode: 'K24' })] }],
    ['BASELINE_BACKWARDS', { metrics: [aMetric({ baselineTo: '2025-03-31' })] }],
    ['TARGET_OUT_OF_RANGE', { metrics: [aMetric({ target: 1.1 })] }],
    ['GUARDRAIL_IS_METRIC', { metrics: [aMetric({ guardrails: ['K08'] })] }],
    ['UNIT_NOT_FOUND', { pilotUnitIds: [newId()] }],
    ['UNIT_NOT_FOUND', { pilotUnitIds: [dissolved] }],
    ['UNIT_NOT_FOUND', { comparisonUnitIds: ['no id at all'] }],
    ['UNIT_ON_BOTH_SIDES', { comparisonUnitIds: [pilot] }],
    ['TOO_MANY', { metrics: Array.from({ length: 11 }, () => aMetric()) }],
  ])('refuses with %s and writes nothing', async (code, wrong) => {
    const result = await refused(() => propose(chief, wrong));
    expect(field(result.data, 'proposeProject')).toMatchObject({ project: null, errors: [{ code }] });
  });

  it.each([null, newId(), dissolved])(
    'refuses a proposer whose organization is not in force: %s',
    async (organizationId) => {
      const result = await refused(() => propose({ ...chief, organizationId }));
      expect(field(result.data, 'proposeProject')).toMatchObject({
        project: null,
        errors: [{ code: 'OWNER_NOT_FOUND' }],
      });
    },
  );

  it.each([
    ...staffRoles
      .filter((role) => !['INNOVATION_LEAD', 'CHIEF', 'LEADER'].includes(role))
      .map((role) => [role, 'FORBIDDEN'] as const),
    ['PETITIONER', 'FORBIDDEN'],
    ['PUBLIC', 'UNAUTHENTICATED'],
  ] as const)('answers a %s with %s', async (role, code) => {
    const result = await propose({ ...chief, roles: [role] });
    expect(result.errors).toMatchObject([{ path: ['proposeProject'], extensions: { code } }]);
  });

  it('proposes once what is sent twice with the same key, and refuses anything else under it', async () => {
    const before = (await told()).length;
    const once = await propose(chief, { idempotencyKey: 'k' });
    const twice = await propose(chief, { idempotencyKey: 'k' });
    const other = await propose(chief, { idempotencyKey: 'k', title: '另一个项目' });
    expect(twice.data).toEqual(once.data);
    expect(field(other.data, 'proposeProject')).toMatchObject({ errors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
    expect(await service.database.query('select title from innovation_projects')).toEqual([{ title: proposal.title }]);
    expect(await told()).toHaveLength(before + 1);
  });
});

describe('approveProject', () => {
  it('is the word of the director, in the timeline and in an event', async () => {
    const projectId = await proposedProject();
    service.clock.set(later);
    const result = await approve(director, { projectId, reason: '同意立项。', expectedVersion: 1 });
    expect(result.data).toEqual({
      approveProject: {
        project: {
          stage: 'APPROVED',
          version: 2,
          timeline: [
            { stage: 'PROPOSED', reason: null, by: { id: chiefId }, at: noon.toISOString() },
            { stage: 'APPROVED', reason: '同意立项。', by: { id: directorId }, at: later.toISOString() },
          ],
        },
        errors: [],
      },
    });
    expect((await told()).at(-1)).toMatchObject({
      type: 'project.stageChanged.v1',
      subjectId: projectId,
      subjectVersion: 2,
      data: { stage: 'APPROVED', previousStage: 'PROPOSED', kind: 'HIGHLIGHT' },
    });
  });

  it.each([
    ['METRIC_MISSING', { metrics: [] }, {}],
    ['COMPARISON_MISSING', { pilotUnitIds: [] }, {}],
    ['COMPARISON_MISSING', { comparisonUnitIds: [] }, {}],
    ['REASON_TOO_LONG', {}, { reason: '字'.repeat(5_001) }],
    ['STALE_VERSION', {}, { expectedVersion: 2 }],
    ['PROJECT_NOT_FOUND', {}, { projectId: newId() }],
    ['PROJECT_NOT_FOUND', {}, { projectId: 'no id at all' }],
  ])('refuses with %s and writes nothing: %j', async (code, missing, wrong) => {
    const projectId = await proposedProject(missing);
    const result = await refused(() => approve(director, { projectId, idempotencyKey: 'k', ...wrong }));
    expect(field(result.data, 'approveProject')).toMatchObject({ project: null, errors: [{ code }] });
  });

  it('happens once', async () => {
    const projectId = await proposedProject();
    await approve(director, { projectId });
    const again = await approve(director, { projectId });
    expect(field(again.data, 'approveProject')).toEqual({
      project: null,
      errors: [{ code: 'WRONG_STATE', path: ['input'] }],
    });
  });

  it('does not do a second time what is sent twice with the same key', async () => {
    const projectId = await proposedProject();
    const before = (await told()).length;
    const once = await approve(director, { projectId, idempotencyKey: 'k' });
    const twice = await approve(director, { projectId, idempotencyKey: 'k' });
    expect(twice.data).toEqual(once.data);
    expect(await told()).toHaveLength(before + 1);
  });

  it.each(staffRoles.filter((role) => role !== 'DIRECTOR'))('is forbidden for a %s', async (role) => {
    const projectId = await proposedProject();
    const result = await refused(() => approve({ ...director, roles: [role] }, { projectId }));
    expect(result.errors).toMatchObject([{ path: ['approveProject'], extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('startPilot', () => {
  it('begins the trial of an approved project', async () => {
    const projectId = await proposedProject();
    await approve(director, { projectId });
    service.clock.set(later);
    const result = await startPilot(innovationLead, { projectId, expectedVersion: 2 });
    expect(field(result.data, 'startPilot')).toMatchObject({
      project: {
        stage: 'PILOT',
        version: 3,
        timeline: [{}, {}, { stage: 'PILOT', by: { id: leadId }, at: later.toISOString() }],
      },
      errors: [],
    });
    expect((await told()).at(-1)).toMatchObject({
      subjectVersion: 3,
      data: { stage: 'PILOT', previousStage: 'APPROVED' },
    });
  });

  it.each([
    ['WRONG_STATE', {}],
    ['STALE_VERSION', { expectedVersion: 9 }],
    ['REASON_TOO_LONG', { reason: '字'.repeat(5_001) }],
    ['PROJECT_NOT_FOUND', { projectId: newId() }],
  ])('refuses with %s and writes nothing: %j', async (code, wrong) => {
    const projectId = await proposedProject();
    const result = await refused(() => startPilot(innovationLead, { projectId, ...wrong }));
    expect(field(result.data, 'startPilot')).toMatchObject({ project: null, errors: [{ code }] });
  });

  it.each(staffRoles.filter((role) => role !== 'INNOVATION_LEAD'))('is forbidden for a %s', async (role) => {
    const projectId = await proposedProject();
    await approve(director, { projectId });
    const result = await refused(() => startPilot({ ...innovationLead, roles: [role] }, { projectId }));
    expect(result.errors).toMatchObject([{ path: ['startPilot'], extensions: { code: 'FORBIDDEN' } }]);
  });
});

const store = (...projects: readonly Partial<InnovationProject>[]) =>
  service.write((tx) => tx.projects.insertAll(projects.map((project) => aProject(project))));

describe('innovationProjects', () => {
  const document = `query ($first: Int! = 20, $after: String, $stage: InnovationStage, $kind: ProjectKind) {
    innovationProjects(first: $first, after: $after, stage: $stage, kind: $kind) {
      edges { node { code timeline { stage } problem { code } owner { id } } } pageInfo { hasNextPage endCursor }
    }
  }`;
  const codesOf = async (variables: Record<string, unknown> = {}) => {
    const { data } = await service.as(clerk)(document, variables);
    return (field(data, 'innovationProjects', 'edges') as { node: { code: string } }[]).map(({ node }) => node.code);
  };
  const three = [
    { code: 'IP-A', proposedAt: new Date('2026-01-01T00:00:00Z'), stage: 'PILOT', kind: 'FLAGSHIP' },
    { code: 'IP-B', proposedAt: new Date('2026-03-01T00:00:00Z'), stage: 'PILOT', kind: 'BRAND' },
    { code: 'IP-C', proposedAt: new Date('2026-02-01T00:00:00Z'), stage: 'STOPPED', kind: 'BRAND' },
  ] as const;

  it('lists the newest proposal first, in one stage or of one kind where that is asked for', async () => {
    await store(...three);
    expect([
      await codesOf(),
      await codesOf({ stage: 'PILOT' }),
      await codesOf({ kind: 'BRAND' }),
      await codesOf({ stage: 'PILOT', kind: 'BRAND' }),
      await codesOf({ stage: 'IDEA' }),
    ]).toEqual([['IP-B', 'IP-C', 'IP-A'], ['IP-B', 'IP-A'], ['IP-B', 'IP-C'], ['IP-B'], []]);
  });

  it('pages through proposals of the same instant without loss and without repetition', async () => {
    const codes = ['IP-1', 'IP-2', 'IP-3', 'IP-4', 'IP-5'];
    await store(...codes.map((code) => ({ code })));
    const seen: string[] = [];
    for (let after: unknown = null, more = true; more;) {
      const { data } = await service.as(clerk)(document, { first: 2, after });
      const edges = field(data, 'innovationProjects', 'edges') as { node: { code: string } }[];
      seen.push(...edges.map(({ node }) => node.code));
      after = field(data, 'innovationProjects', 'pageInfo', 'endCursor');
      more = field(data, 'innovationProjects', 'pageInfo', 'hasNextPage') === true;
    }
    expect(seen.toSorted()).toEqual(codes);
  });

  it('reads any number of projects in the same number of statements', async () => {
    await store({ code: 'IP-1' });
    const one = await service.as(clerk)(document);
    await store(...three);
    const four = await service.as(clerk)(document);
    expect([one.extensions, four.extensions]).toEqual([{ sql: 2 }, { sql: 2 }]);
  });

  it.each([{ first: 0 }, { first: 101 }, { after: 'nonsense' }])('refuses %j as bad input', async (variables) => {
    const result = await service.as(clerk)(document, variables);
    expect(result.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each([
    ['PETITIONER', 'FORBIDDEN'],
    ['PUBLIC', 'UNAUTHENTICATED'],
  ] as const)('answers a %s with %s', async (role, code) => {
    const result = await service.as(aViewer(role))(document);
    expect(result.errors).toMatchObject([{ path: ['innovationProjects'], extensions: { code } }]);
  });

  it('are found by reference by all staff; the unknown is null, and all of them to a petitioner', async () => {
    await store({ code: 'IP-1' });
    const ids = [seededId('innovation-project', 'IP-1'), newId(), 'no id at all'];
    const variables = { representations: ids.map((id) => ({ __typename: 'InnovationProject', id })) };
    const entities = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on InnovationProject { code } }
    }`;
    const found = await service.as(clerk)(entities, variables);
    const petitioner = await service.as(aViewer('PETITIONER'))(entities, variables);
    expect([found.data, petitioner.data]).toEqual([
      { _entities: [{ code: 'IP-1' }, null, null] },
      { _entities: [null, null, null] },
    ]);
  });
});
