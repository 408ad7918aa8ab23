import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, seededId, type Role, type Viewer } from '@onevisit/kernel';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { indicatorDefinitions } from '../domain/indicator-definitions.ts';
import { aCampaign, aLeadershipPost, anEvent, aTaskForce } from '../testing/builders.ts';
import { mountWith } from '../testing/mount.ts';
import { scoredCity, scoredCityReference } from '../testing/scored-city.ts';

const { county, other } = scoredCity;
const ownerId = seededId('staff', '990102-LETT/1');
const campaign = aCampaign({ endsOn: '2026-12-31' });
const taskForce = aTaskForce();

let mounted: MountedForTest;

beforeAll(async () => {
  mounted = await mountWith({
    ...scoredCityReference,
    leadershipPosts: [aLeadershipPost({ code: '990102-LETT/P1', organizationId: county.id, holderId: ownerId })],
    campaigns: [campaign, aCampaign({ code: 'CP-OLD', state: 'CLOSED' })],
    taskForces: [taskForce],
    campaignTaskForces: [{ campaignId: campaign.id, taskForceId: taskForce.id }],
    indicatorDefinitions,
  });
});

beforeEach(async () => {
  await mounted.database.query('truncate campaign_targets, indicator_values, inbox, inbox_subjects, idempotency_keys');
  mounted.clock.set('2026-04-30T02:00:00Z');
});

afterAll(() => mounted.close());

const director = aViewer('DIRECTOR');
const request = {
  campaignCode: 'CP-BACKLOG',
  organizationId: county.id,
  indicatorCode: 'K15',
  target: 0.8,
  plan: '逐件包案化解',
  ownerId,
  dueOn: '2026-12-31',
};

let keys = 0;
const set = async (more: Partial<typeof request> & { idempotencyKey?: string } = {}, viewer: Viewer = director) => {
  keys += 1;
  const { data, errors } = await mounted.as(viewer)(
    `mutation ($input: SetTargetInput!) { setTarget(input: $input) {
      target { baseline target plan owner { id } organization { code } indicator { code } state current } errors { code message } } }`,
    { input: { ...request, idempotencyKey: `key-${keys}`, ...more } },
  );
  return errors ? errors.map(({ extensions }) => extensions?.['code']) : data?.['setTarget'];
};
const codesOf = (answer: unknown) => (answer as { errors: { code: string }[] }).errors.map(({ code }) => code);
const stored = () => mounted.database.query('select target from campaign_targets');

const freeze = (period: string, numerator: number, time: string) =>
  mounted.subgraph.consume(
    anEvent({
      type: 'indicator.computed.v1',
      time,
      data: { code: 'K15', organizationId: county.id, period, numerator, denominator: 20 },
    }),
  );
const targets = async (viewer: Viewer = director) => {
  const { data } = await mounted.as(viewer)(
    '{ campaigns(first: 1) { edges { node { targets { current currentPeriod state dueOn setAt campaign { code } } } } } }',
  );
  return (data as { campaigns: { edges: { node: { targets: unknown } }[] } }).campaigns.edges[0]?.node.targets;
};

describe('setTarget', () => {
  it('lays number, plan and owner down together, beside what is', async () => {
    await freeze('2026-Q1', 8, '2026-04-05T02:00:00Z');
    expect(await set()).toEqual({
      target: {
        baseline: 0.4,
        target: 0.8,
        plan: '逐件包案化解',
        owner: { id: ownerId },
        organization: { code: '990102-LETT' },
        indicator: { code: 'K15' },
        state: 'NOT_STARTED',
        current: null,
      },
      errors: [],
    });
  });

  it.each<[Partial<typeof request>, string]>([
    [{ campaignCode: 'CP-NONE' }, 'CAMPAIGN_NOT_FOUND'],
    [{ campaignCode: 'CP-OLD' }, 'WRONG_STATE'],
    [{ indicatorCode: 'K99' }, 'INDICATOR_NOT_FOUND'],
    [{ indicatorCode: 'K24' }, 'INDICATOR_NEVER_TARGETED'],
    [{ organizationId: newId() }, 'ORGANIZATION_NOT_FOUND'],
    [{ organizationId: 'none' }, 'ORGANIZATION_NOT_FOUND'],
    [{ ownerId: newId() }, 'OWNER_WITHOUT_POST'],
    [{ organizationId: other.id }, 'OWNER_WITHOUT_POST'],
    [{ plan: '' }, 'PLAN_EMPTY'],
    [{ plan: '字'.repeat(5001) }, 'PLAN_TOO_LONG'],
    [{ target: 80 }, 'TARGET_OUT_OF_RANGE'],
    [{ target: 0.3 }, 'TARGET_NOT_BETTER'],
    [{ dueOn: '2027-01-01' }, 'DATE_OUT_OF_RANGE'],
  ])('refuses %j', async (more, code) => {
    await freeze('2026-Q1', 8, '2026-04-05T02:00:00Z');
    expect(codesOf(await set(more))).toEqual([code]);
    expect(await stored()).toEqual([]);
  });

  it.each(['number', 'plan', 'owner'])('does not take a target without its %s', async (part) => {
    const field = { number: 'target', plan: 'plan', owner: 'ownerId' }[part] ?? part;
    expect(await set({ [field]: null })).toEqual(['BAD_USER_INPUT']);
    expect(await stored()).toEqual([]);
  });

  it('is never softened afterwards', async () => {
    await set();
    expect(codesOf(await set({ target: 0.5 }))).toEqual(['TARGET_ALREADY_SET']);
    await expect(mounted.database.source.query('update campaign_targets set target = 0.5')).rejects.toMatchObject({
      code: '42501',
    });
    expect(await stored()).toEqual([{ target: 0.8 }]);
  });

  it('answers a repeated request with what it made', async () => {
    const first = await set({ idempotencyKey: 'mine' });
    expect(await set({ idempotencyKey: 'mine' })).toEqual(first);
    expect(codesOf(await set({ idempotencyKey: 'mine', target: 0.9 }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(await stored()).toHaveLength(1);
  });

  it('is for the task force that carries the campaign, and for no other', async () => {
    const lead = (taskForceCode: string) => aViewer('TASK_FORCE_LEAD', { taskForceCode });
    expect(codesOf(await set({}, lead('TF-TOWN')))).toEqual(['NOT_YOUR_CAMPAIGN']);
    expect(codesOf(await set({}, lead('TF-BACKLOG')))).toEqual([]);
  });

  it.each<Role>(['CHIEF', 'LEADER', 'SUPERVISOR'])('is not for a %s', async (role) => {
    expect(await set({}, aViewer(role))).toEqual(['FORBIDDEN']);
  });
});

describe('Campaign.targets', () => {
  it('are as far as the ledger says, whatever anybody reports', async () => {
    await freeze('2026-Q1', 8, '2026-04-05T02:00:00Z');
    await set();
    await freeze('2026-Q2', 12, '2026-07-05T02:00:00Z');
    mounted.clock.set('2026-07-06T02:00:00Z');
    const common = { dueOn: '2026-12-31', setAt: '2026-04-30T02:00:00.000Z', campaign: { code: 'CP-BACKLOG' } };
    expect(await targets()).toEqual([{ current: 0.6, currentPeriod: '2026-Q2', state: 'ON_TRACK', ...common }]);
    mounted.clock.set('2026-11-06T02:00:00Z');
    expect(await targets()).toMatchObject([{ state: 'AT_RISK' }]);
    await freeze('2026-Q3', 16, '2026-10-05T02:00:00Z');
    expect(await targets()).toMatchObject([{ state: 'MET', current: 0.8, currentPeriod: '2026-Q3' }]);
  });

  it('are missed from the day after they were due', async () => {
    await set();
    mounted.clock.set('2026-12-31T15:59:59Z');
    expect(await targets()).toMatchObject([{ state: 'NOT_STARTED' }]);
    mounted.clock.set('2026-12-31T16:00:00Z');
    expect(await targets()).toMatchObject([{ state: 'MISSED' }]);
  });

  it('are read in one statement for any number of campaigns', async () => {
    await set();
    const { extensions } = await mounted.as(director)(
      '{ campaigns { edges { node { targets { state indicator { name } organization { code } } } } } }',
    );
    expect(extensions?.['sql']).toBe(4);
  });
});
