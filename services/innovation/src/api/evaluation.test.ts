import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, seededId, staffRoles, type DeliveredEvent, type Viewer } from '@onevisit/kernel';
import type { MaskedResult } from '@onevisit/subgraph';
import { aViewer, emptyTables } from '@onevisit/testing';
import { BadEventError } from '../app/event-data.ts';
import type { InnovationProject } from '../domain/innovation-project.ts';
import { aMetric, aProject } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';

const started = new Date('2026-04-20T04:00:00Z');
const over = new Date('2027-04-21T04:00:00Z');
const leadId = seededId('staff', '990100-LETT/9');
const innovationLead = aViewer('INNOVATION_LEAD', { id: leadId, areaCode: '990100' });
const clerk = aViewer('CLERK');

const [p1, p2, c1, c2] = [1, 2, 3, 4].map((number) => seededId('organization', `99010200${number}-LETT`)) as [
  string,
  string,
  string,
  string,
];
const project = (overrides: Partial<InnovationProject> = {}) =>
  aProject({
    stage: 'APPROVED',
    version: 2,
    pilotUnitIds: [p1, p2],
    comparisonUnitIds: [c1, c2],
    metrics: [aMetric({ guardrails: ['K12', 'K16'] })],
    ...overrides,
  });
const projectId = project().id;

let service: TestService;

beforeAll(async () => {
  service = await startService(started);
});

afterAll(() => service.close());

beforeEach(async () => {
  service.clock.set(started);
  await emptyTables(service.database);
  await service.write((tx) => tx.projects.insert(project()));
});

const field = (data: unknown, ...path: string[]): unknown =>
  path.reduce((value, name) => (value as Record<string, unknown>)[name], data);

async function told(): Promise<readonly DeliveredEvent[]> {
  await service.subgraph.settle();
  return service.delivered;
}

const tables = [
  'innovation_projects',
  'project_timeline',
  'pre_registrations',
  'evaluations',
  'indicator_values',
  'idempotency_keys',
];
const everything = async () =>
  JSON.stringify([
    ...(await Promise.all(tables.map((table) => service.database.query(`select * from ${table}`)))),
    (await told()).length,
  ]);

/** Does something that is to be refused, and sees that nothing was written and nobody was told. */
async function refused(ask: () => Promise<MaskedResult>): Promise<MaskedResult> {
  const before = await everything();
  const result = await ask();
  expect(await everything()).toBe(before);
  return result;
}

const registration = `preRegistration {
  method metrics { indicator { code } guardrails { code } } pilotFrom pilotTo pilotQuarters
  pilotUnits { id } comparisonUnits { id } steps { unit { id } from } registeredAt hash
}`;
const startPilot = (input: Record<string, unknown> = {}) =>
  service.as(innovationLead)(
    `mutation ($input: StartPilotInput!) { startPilot(input: $input) {
      project { stage ${registration} } errors { code path message }
    } }`,
    { input: { projectId, pilotTo: '2027-04-19', ...input } },
  );
const evaluation = `evaluation {
  method preRegisteredAt effects { indicator { code } role estimate ciLow ciHigh n verdict }
  verdict hasWorseGuardrail limitations evaluatedBy { id } evaluatedAt
}`;
const evaluate = (input: Record<string, unknown> = {}, viewer: Viewer = innovationLead) =>
  service.as(viewer)(
    `mutation ($input: EvaluateProjectInput!) { evaluateProject(input: $input) {
      project { stage version ${evaluation} } errors { code path }
    } }`,
    { input: { projectId, ...input } },
  );

const computed = (code: string, organizationId: string, period: string, numerator: number) =>
  service.tell({
    type: 'indicator.computed.v1',
    subjectId: seededId('indicator-value', `${code}/${organizationId}/${period}`),
    data: { code, organizationId, period, numerator, denominator: 200 },
  });

const before = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'];
const during = ['2026-Q3', '2026-Q4', '2027-Q1'];

/** What the units reached of 200: the pilot units before and in the trial; the others stay where they are. */
async function ledger(code: string, [first, then]: readonly [number, number]): Promise<void> {
  for (const [at, period] of [...before, ...during].entries()) {
    const season = (at % 3) * 2;
    const reached = before.includes(period) ? first : then;
    for (const unit of [p1, p2]) await computed(code, unit, period, reached + season);
    for (const unit of [c1, c2]) await computed(code, unit, period, first + season);
  }
}

describe('startPilot', () => {
  it('lays down how the trial will be judged, under a hash', async () => {
    const result = await startPilot();
    expect(result.data).toEqual({
      startPilot: {
        project: {
          stage: 'PILOT',
          preRegistration: {
            method: 'DIFF_IN_DIFF',
            metrics: [{ indicator: { code: 'K08' }, guardrails: [{ code: 'K12' }, { code: 'K16' }] }],
            pilotFrom: '2026-04-20',
            pilotTo: '2027-04-19',
            pilotQuarters: during,
            pilotUnits: [{ id: p1 }, { id: p2 }],
            comparisonUnits: [{ id: c1 }, { id: c2 }],
            steps: [],
            registeredAt: started.toISOString(),
            hash: expect.stringMatching(/^[0-9a-f]{64}$/),
          },
        },
        errors: [],
      },
    });
  });

  it('has another hash for another design', async () => {
    const hashOf = async (input: Record<string, unknown>) => {
      await emptyTables(service.database);
      await service.write((tx) => tx.projects.insert(project()));
      return field((await startPilot(input)).data, 'startPilot', 'project', 'preRegistration', 'hash');
    };
    const hashes = [
      await hashOf({}),
      await hashOf({ pilotTo: '2027-04-18' }),
      await hashOf({ method: 'BEFORE_AFTER' }),
      await hashOf({}),
    ];
    expect(new Set(hashes).size).toBe(3);
    expect(hashes[3]).toBe(hashes[0]);
  });

  it('lays down when each unit of a stepped wedge begins, and one quarter where no end is named', async () => {
    const steps = [
      { organizationId: p1, from: '2026-04-20' },
      { organizationId: p2, from: '2026-07-01' },
    ];
    const result = await startPilot({ method: 'STEPPED_WEDGE', pilotTo: null, steps });
    expect(field(result.data, 'startPilot', 'project', 'preRegistration')).toMatchObject({
      pilotTo: '2026-09-30',
      steps: [
        { unit: { id: p1 }, from: '2026-04-20' },
        { unit: { id: p2 }, from: '2026-07-01' },
      ],
    });
  });

  it.each([
    ['PILOT_TOO_SHORT', { pilotTo: '2026-09-29' }, ['input', 'pilotTo']],
    ['STEPS_MISMATCH', { steps: [{ organizationId: p1, from: '2026-04-20' }] }, ['input', 'steps']],
    [
      'STEP_OUTSIDE_PILOT',
      { method: 'STEPPED_WEDGE', steps: [p1, p2].map((organizationId) => ({ organizationId, from: '2026-04-19' })) },
      ['input', 'steps'],
    ],
  ])('refuses with %s and writes nothing', async (code, wrong, path) => {
    const result = await refused(() => startPilot(wrong));
    expect(field(result.data, 'startPilot')).toMatchObject({ project: null, errors: [{ code, path }] });
  });

  it.each([
    ['BASELINE_NOT_OVER', { baselineTo: '2026-04-20' }],
    ['BASELINE_TOO_SHORT', { baselineFrom: '2026-01-02' }],
  ])('refuses with %s and writes nothing', async (code, wrong) => {
    await emptyTables(service.database);
    await service.write((tx) => tx.projects.insert(project({ metrics: [aMetric(wrong)] })));
    const result = await refused(() => startPilot());
    expect(field(result.data, 'startPilot')).toMatchObject({ project: null, errors: [{ code }] });
  });

  it.each(["update pre_registrations set method = 'BEFORE_AFTER'", 'delete from pre_registrations'])(
    'is never taken back: %s',
    async (sql) => {
      await startPilot();
      await expect(service.database.source.query(sql)).rejects.toMatchObject({ code: '42501' });
    },
  );
});

describe('evaluateProject', () => {
  it('tells what came of the trial: the effect, and the guardrail that became worse', async () => {
    await startPilot();
    await ledger('K08', [110, 140]);
    await ledger('K12', [150, 150]);
    await ledger('K16', [20, 60]);
    service.clock.set(over);
    const result = await evaluate({ reason: '试点期满。', expectedVersion: 3 });
    const effect = (code: string, role: string, estimate: number, verdict: string) => ({
      indicator: { code },
      role,
      estimate: expect.closeTo(estimate, 6),
      ciLow: expect.any(Number),
      ciHigh: expect.any(Number),
      n: 5_600,
      verdict,
    });
    expect(result.data).toEqual({
      evaluateProject: {
        project: {
          stage: 'EVALUATED',
          version: 4,
          evaluation: {
            method: 'DIFF_IN_DIFF',
            preRegisteredAt: started.toISOString(),
            effects: [
              effect('K08', 'MAIN', 0.15, 'IMPROVED'),
              effect('K12', 'GUARDRAIL', 0, 'NO_DIFFERENCE'),
              effect('K16', 'GUARDRAIL', 0.2, 'WORSE'),
            ],
            verdict: 'IMPROVED',
            hasWorseGuardrail: true,
            limitations: ['FEW_UNITS', 'FEW_QUARTERS'],
            evaluatedBy: { id: leadId },
            evaluatedAt: over.toISOString(),
          },
        },
        errors: [],
      },
    });
    const about = { subjectId: projectId, subjectVersion: 4, time: over.toISOString() };
    expect((await told()).slice(-2)).toMatchObject([
      { ...about, type: 'project.stageChanged.v1', data: { stage: 'EVALUATED', previousStage: 'PILOT' } },
      {
        ...about,
        type: 'project.evaluated.v1',
        data: { stage: 'EVALUATED', verdict: 'IMPROVED', hasWorseGuardrail: true, kind: 'HIGHLIGHT' },
      },
    ]);
  });

  it('publishes to all staff that there is no difference', async () => {
    await startPilot();
    await ledger('K08', [110, 111]);
    service.clock.set(over);
    await evaluate();
    const asked = await service.as(clerk)(
      `query ($projectId: ID!) { projectEffect(projectId: $projectId) { verdict effects { role verdict } limitations } }`,
      { projectId },
    );
    expect(asked.data).toEqual({
      projectEffect: {
        verdict: 'NO_DIFFERENCE',
        effects: [
          { role: 'MAIN', verdict: 'NO_DIFFERENCE' },
          { role: 'GUARDRAIL', verdict: 'INSUFFICIENT_DATA' },
          { role: 'GUARDRAIL', verdict: 'INSUFFICIENT_DATA' },
        ],
        limitations: ['FEW_UNITS', 'FEW_QUARTERS', 'VALUES_MISSING', 'GUARDRAIL_UNKNOWN'],
      },
    });
  });

  it.each([
    ['NO_FULL_QUARTER', '2026-09-30T04:00:00Z', {}],
    ['PILOT_NOT_OVER', '2026-10-01T04:00:00Z', {}],
    ['PILOT_NOT_OVER', '2027-04-19T04:00:00Z', {}],
    ['STALE_VERSION', over.toISOString(), { expectedVersion: 2 }],
    ['REASON_TOO_LONG', over.toISOString(), { reason: '字'.repeat(5_001) }],
    ['PROJECT_NOT_FOUND', over.toISOString(), { projectId: newId() }],
    ['PROJECT_NOT_FOUND', over.toISOString(), { projectId: 'no id at all' }],
  ])('refuses with %s at %s and writes nothing: %j', async (code, at, wrong) => {
    await startPilot();
    await ledger('K08', [110, 140]);
    service.clock.set(new Date(at));
    const result = await refused(() => evaluate(wrong));
    expect(field(result.data, 'evaluateProject')).toMatchObject({ project: null, errors: [{ code }] });
  });

  it('waits for the last quarter to be counted', async () => {
    await startPilot();
    for (const unit of [p1, p2, c1, c2]) for (const period of before) await computed('K08', unit, period, 100);
    service.clock.set(over);
    const result = await refused(() => evaluate());
    expect(field(result.data, 'evaluateProject')).toMatchObject({ errors: [{ code: 'QUARTER_NOT_COMPUTED' }] });
  });

  it('judges nothing that was not laid down before, and nothing that is not tried', async () => {
    const waiting = await refused(() => evaluate());
    expect(field(waiting.data, 'evaluateProject')).toMatchObject({ errors: [{ code: 'WRONG_STATE' }] });
    await emptyTables(service.database);
    await service.write((tx) => tx.projects.insert(project({ stage: 'PILOT' })));
    const result = await refused(() => evaluate());
    expect(field(result.data, 'evaluateProject')).toMatchObject({ errors: [{ code: 'NOT_PREREGISTERED' }] });
  });

  it('judges once, and answers the same to what is sent twice with the same key', async () => {
    await startPilot();
    await ledger('K08', [110, 140]);
    service.clock.set(over);
    const once = await evaluate({ idempotencyKey: 'k' });
    const twice = await refused(() => evaluate({ idempotencyKey: 'k' }));
    const again = await refused(() => evaluate({ idempotencyKey: 'other' }));
    expect(twice.data).toEqual(once.data);
    expect(field(again.data, 'evaluateProject')).toMatchObject({ errors: [{ code: 'WRONG_STATE' }] });
  });

  it('gives no verdict on a design that somebody changed in the database', async () => {
    await startPilot();
    await ledger('K08', [110, 140]);
    await service.database.query(`update pre_registrations set pilot_to = '2027-01-31'`);
    service.clock.set(over);
    const result = await refused(() => evaluate());
    expect(result.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  });

  it.each(staffRoles.filter((role) => role !== 'INNOVATION_LEAD'))('is forbidden for a %s', async (role) => {
    await startPilot();
    const result = await refused(() => evaluate({}, { ...innovationLead, roles: [role] }));
    expect(result.errors).toMatchObject([{ path: ['evaluateProject'], extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('projectEffect', () => {
  const document = `query ($id: ID!) { projectEffect(projectId: $id) { verdict } }`;

  it.each([projectId, newId(), 'no id at all'])('is null where nothing was evaluated: %s', async (id) => {
    expect((await service.as(clerk)(document, { id })).data).toEqual({ projectEffect: null });
  });

  it.each([
    ['PETITIONER', 'FORBIDDEN'],
    ['PUBLIC', 'UNAUTHENTICATED'],
  ] as const)('answers a %s with %s', async (role, code) => {
    const result = await service.as(aViewer(role))(document, { id: projectId });
    expect(result.errors).toMatchObject([{ path: ['projectEffect'], extensions: { code } }]);
  });
});

describe('innovationProject', () => {
  it('is found by its code; what is unknown is null', async () => {
    const result = await service.as(clerk)(`{
      known: innovationProject(code: "IP-TEST") { id evaluation { verdict } preRegistration { hash } }
      unknown: innovationProject(code: "IP-NONE") { id }
    }`);
    expect(result.data).toEqual({
      known: { id: projectId, evaluation: null, preRegistration: null },
      unknown: null,
    });
  });

  it.each([
    ['PETITIONER', 'FORBIDDEN'],
    ['PUBLIC', 'UNAUTHENTICATED'],
  ] as const)('answers a %s with %s', async (role, code) => {
    const result = await service.as(aViewer(role))('{ innovationProject(code: "IP-TEST") { id } }');
    expect(result.errors).toMatchObject([{ path: ['innovationProject'], extensions: { code } }]);
  });
});

describe('onIndicatorComputed', () => {
  const stored = () => service.database.query('select code, period, numerator, denominator from indicator_values');

  it('keeps the first value of a period', async () => {
    await computed('K08', p1, '2026-Q1', 150);
    await computed('K08', p1, '2026-Q1', 190);
    expect(await stored()).toEqual([{ code: 'K08', period: '2026-Q1', numerator: 150, denominator: 200 }]);
  });

  it.each([{ numerator: -1 }, { denominator: 1.5 }, { denominator: '40' }, { code: null }])(
    'takes no value that says %j',
    async (wrong) => {
      const data = { code: 'K08', organizationId: p1, period: '2026-Q1', numerator: 1, denominator: 2, ...wrong };
      const asked = service.tell({ type: 'indicator.computed.v1', subjectId: newId(), data });
      await expect(asked).rejects.toThrow(BadEventError);
      expect(await stored()).toEqual([]);
    },
  );

  it.each(['update indicator_values set numerator = 40', 'delete from indicator_values'])(
    'is never taken back: %s',
    async (sql) => {
      await expect(service.database.source.query(sql)).rejects.toMatchObject({ code: '42501' });
    },
  );
});
