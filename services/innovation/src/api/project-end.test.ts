import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, seededId, staffRoles, type Role } from '@onevisit/kernel';
import type { MaskedResult } from '@onevisit/subgraph';
import { aViewer, emptyTables } from '@onevisit/testing';
import type { EffectVerdict } from '../domain/evaluation/effect.ts';
import type { InnovationStage } from '../domain/innovation-project.ts';
import { aProject, aRegistration } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';

const noon = new Date('2027-05-06T04:00:00Z');
const [unit, other] = ['990102-LETT', '990103-LETT'].map((code) => seededId('organization', code)) as [string, string];
const projectId = aProject().id;

let service: TestService;

beforeAll(async () => {
  service = await startService(noon);
});

afterAll(() => service.close());

/** A project in that stage, judged as it is told. */
async function given(stage: InnovationStage, verdict: EffectVerdict = 'IMPROVED', hasWorseGuardrail = false) {
  await emptyTables(service.database);
  await service.write(async (tx) => {
    await tx.projects.insert(aProject({ stage, version: 4 }));
    const registration = aRegistration({ projectId, pilotUnitIds: [unit], comparisonUnitIds: [other] });
    await tx.evaluations.register(registration);
    const { method, registeredAt: preRegisteredAt } = registration;
    await tx.evaluations.insert({
      projectId,
      method,
      preRegisteredAt,
      effects: [],
      verdict,
      hasWorseGuardrail,
      limitations: [],
      staffId: seededId('staff', '990100-LETT/9'),
      evaluatedAt: noon,
    });
  });
}

const verbs = {
  standardizeProject: { from: 'EVALUATED', to: 'STANDARDIZED', roles: ['DIRECTOR'] },
  replicateProject: { from: 'STANDARDIZED', to: 'REPLICATING', roles: ['INNOVATION_LEAD'] },
  showcaseProject: { from: 'REPLICATING', to: 'SHOWCASED', roles: ['DIRECTOR', 'INNOVATION_LEAD'] },
  sustainProject: { from: 'SHOWCASED', to: 'SUSTAINED', roles: ['DIRECTOR'] },
  stopProject: { from: 'PILOT', to: 'STOPPED', roles: ['DIRECTOR', 'INNOVATION_LEAD'] },
} as const satisfies Record<string, { from: InnovationStage; to: InnovationStage; roles: readonly [Role, ...Role[]] }>;
type Verb = keyof typeof verbs;
const names = Object.keys(verbs) as Verb[];

function act(
  verb: Verb,
  input: Record<string, unknown> = {},
  role: Role = verbs[verb].roles[0],
): Promise<MaskedResult> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  return service.as(aViewer(role, { id: seededId('staff', '990100-LETT/1') }))(
    `mutation ($input: ${type}!) { ${verb}(input: $input) {
      project { stage version stopReason timeline { stage reason by { id } at } } errors { code path ruleRef }
    } }`,
    { input: { projectId, reason: '按会议决定。', ...input } },
  );
}

const everything = async () => {
  await service.subgraph.settle();
  return JSON.stringify([
    await service.database.query('select * from innovation_projects'),
    await service.database.query('select * from project_timeline'),
    await service.database.query('select * from idempotency_keys'),
    service.delivered.length,
  ]);
};

/** Does something that is to be refused, and sees that nothing was written and nobody was told. */
async function refused(ask: () => Promise<MaskedResult>): Promise<MaskedResult> {
  const before = await everything();
  const result = await ask();
  expect(await everything()).toBe(before);
  return result;
}

describe.each(names)('%s', (verb) => {
  const { from, to, roles } = verbs[verb];

  beforeEach(() => given(from));

  it('takes the project on, in its timeline and in an event', async () => {
    const result = await act(verb, { expectedVersion: 4 });
    expect(result.data).toEqual({
      [verb]: {
        project: {
          stage: to,
          version: 5,
          stopReason: verb === 'stopProject' ? '按会议决定。' : null,
          timeline: [
            {
              stage: to,
              reason: '按会议决定。',
              by: { id: seededId('staff', '990100-LETT/1') },
              at: noon.toISOString(),
            },
          ],
        },
        errors: [],
      },
    });
    await service.subgraph.settle();
    expect(service.delivered.at(-1)).toMatchObject({
      type: 'project.stageChanged.v1',
      subjectId: projectId,
      subjectVersion: 5,
      data: { stage: to, previousStage: from },
    });
  });

  it.each([
    ['STALE_VERSION', { expectedVersion: 3 }],
    ['REASON_TOO_LONG', { reason: '字'.repeat(5_001) }],
    ['PROJECT_NOT_FOUND', { projectId: newId() }],
    ['PROJECT_NOT_FOUND', { projectId: 'no id at all' }],
  ])('refuses with %s and writes nothing', async (code, wrong) => {
    const result = await refused(() => act(verb, wrong));
    expect(result.data).toMatchObject({ [verb]: { project: null, errors: [{ code }] } });
  });

  it('happens once, and answers the same to what is sent twice with the same key', async () => {
    const once = await act(verb, { idempotencyKey: 'k' });
    const twice = await refused(() => act(verb, { idempotencyKey: 'k' }));
    const again = await refused(() => act(verb));
    expect(twice.data).toEqual(once.data);
    expect(again.data).toMatchObject({ [verb]: { project: null, errors: [{ code: 'WRONG_STATE' }] } });
  });

  it.each(staffRoles.filter((role) => !(roles as readonly Role[]).includes(role)))(
    'is forbidden for a %s',
    async (role) => {
      const result = await refused(() => act(verb, {}, role));
      expect(result.errors).toMatchObject([{ path: [verb], extensions: { code: 'FORBIDDEN' } }]);
    },
  );
});

describe('what the trial showed', () => {
  it.each([
    ['showcaseProject', 'NOT_IMPROVED', 'NO_DIFFERENCE', false],
    ['showcaseProject', 'NOT_IMPROVED', 'WORSE', false],
    ['showcaseProject', 'NOT_IMPROVED', 'INSUFFICIENT_DATA', false],
    ['showcaseProject', 'GUARDRAIL_WORSE', 'IMPROVED', true],
    ['standardizeProject', 'BECAME_WORSE', 'WORSE', false],
    ['standardizeProject', 'BECAME_WORSE', 'IMPROVED', true],
  ] as const)('decides %s: %s after %s, a worse guardrail: %s', async (verb, code, verdict, hasWorseGuardrail) => {
    await given('EVALUATED', verdict, hasWorseGuardrail);
    const result = await refused(() => act(verb));
    expect(result.data).toEqual({ [verb]: { project: null, errors: [{ code, path: ['input'], ruleRef: 'E23' }] } });
  });

  it('may be shown as soon as it is known', async () => {
    await given('EVALUATED');
    expect((await act('showcaseProject')).data).toMatchObject({ showcaseProject: { project: { stage: 'SHOWCASED' } } });
  });

  it('does not keep anybody from giving up, if they say why', async () => {
    await given('EVALUATED', 'NO_DIFFERENCE');
    const silent = await refused(() => act('stopProject', { reason: ' ' }));
    expect(silent.data).toMatchObject({
      stopProject: { errors: [{ code: 'REASON_EMPTY', path: ['input', 'reason'] }] },
    });
    expect((await act('stopProject')).data).toMatchObject({ stopProject: { project: { stopReason: '按会议决定。' } } });
  });
});
