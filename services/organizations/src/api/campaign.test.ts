import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { seededId, type Role } from '@onevisit/kernel';
import { aCampaign, aReference, aTaskForce } from '../testing/builders.ts';
import { mountWith } from '../testing/mount.ts';

const lead = seededId('staff', '990100-LETT-BKLG/1');
const backlogForce = aTaskForce({
  code: 'TF-BACKLOG',
  leadId: lead,
  sections: [{ name: '督办', duty: '逐件督办' }],
  endsOn: '2026-12-31',
});
const townForce = aTaskForce({ code: 'TF-TOWN', state: 'FORMING' });
const backlog = aCampaign({ code: 'CP-BACKLOG' });
const base = aCampaign({ code: 'CP-BASE', state: 'PLANNED' });

let mounted: MountedForTest;
const as = (role: Role) => mounted.as(aViewer(role));

beforeAll(async () => {
  mounted = await mountWith(
    aReference({
      taskForces: [backlogForce, townForce],
      campaigns: [backlog, base],
      campaignTaskForces: [
        { campaignId: backlog.id, taskForceId: backlogForce.id },
        { campaignId: base.id, taskForceId: backlogForce.id },
        { campaignId: base.id, taskForceId: townForce.id },
      ],
    }),
  );
});

afterAll(() => mounted.close());

describe('campaigns', () => {
  const document = `{ campaigns(first: 7) { edges { node { code officialName workingName purpose publicPledge from to state
    taskForces { code lead { id } } } } } }`;

  it('tell a member of staff what is fought for and who carries it', async () => {
    const { data } = await as('CLERK')(document);
    expect(data).toEqual({
      campaigns: {
        edges: [
          {
            node: {
              code: 'CP-BACKLOG',
              officialName: '攻坚战 CP-BACKLOG',
              workingName: '积案清仓',
              purpose: '让久拖未决的事项得到答复',
              publicPledge: '每件积案都有负责人',
              from: '2026-01-01',
              to: null,
              state: 'ACTIVE',
              taskForces: [{ code: 'TF-BACKLOG', lead: { id: lead } }],
            },
          },
          {
            node: expect.objectContaining({
              code: 'CP-BASE',
              taskForces: [
                { code: 'TF-BACKLOG', lead: { id: lead } },
                { code: 'TF-TOWN', lead: null },
              ],
            }),
          },
        ],
      },
    });
  });

  it('are of one state where one is asked for', async () => {
    const { data } = await as('DIRECTOR')('{ campaigns(state: PLANNED) { edges { node { code } } } }');
    expect(data).toEqual({ campaigns: { edges: [{ node: { code: 'CP-BASE' } }] } });
  });

  it.each([
    ['PETITIONER', 'FORBIDDEN'],
    ['PUBLIC', 'UNAUTHENTICATED'],
  ] as const)('are refused to a %s', async (role, code) => {
    const { data, errors } = await as(role)('{ campaigns { edges { node { code } } } }');
    expect([data, errors]).toMatchObject([null, [{ path: ['campaigns'], extensions: { code } }]]);
  });
});

describe('taskForces', () => {
  it('tell a member of staff what they were formed for', async () => {
    const { data } = await as('TASK_FORCE_LEAD')(`{ taskForces(state: ACTIVE) { edges { node {
      code name mandate from to state sections { name duty } campaigns { code } } } } }`);
    expect(data).toEqual({
      taskForces: {
        edges: [
          {
            node: {
              code: 'TF-BACKLOG',
              name: '专班 TF-BACKLOG',
              mandate: '化解积案',
              from: '2026-01-01',
              to: '2026-12-31',
              state: 'ACTIVE',
              sections: [{ name: '督办', duty: '逐件督办' }],
              campaigns: [{ code: 'CP-BACKLOG' }, { code: 'CP-BASE' }],
            },
          },
        ],
      },
    });
  });

  it('are refused to a PETITIONER', async () => {
    const { errors } = await as('PETITIONER')('{ taskForces { edges { node { code } } } }');
    expect(errors).toMatchObject([{ path: ['taskForces'], extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('campaigns, task forces and staff that another subgraph names', () => {
  const document = `query ($of: [_Any!]!) { _entities(representations: $of) {
    ... on Campaign { code } ... on TaskForce { name: code } ... on Staff { taskForces { code } } } }`;
  const of = [
    { __typename: 'Campaign', id: backlog.id },
    { __typename: 'Campaign', code: 'CP-BASE' },
    { __typename: 'Campaign', code: 'CP-NONE' },
    { __typename: 'TaskForce', id: townForce.id },
    { __typename: 'TaskForce', code: 'TF-BACKLOG' },
    { __typename: 'Staff', id: lead },
    { __typename: 'Staff', id: 'nobody' },
  ];

  it('are found by either key, and staff with the task forces that they lead', async () => {
    const { data } = await as('CLERK')(document, { of });
    expect(data).toEqual({
      _entities: [
        { code: 'CP-BACKLOG' },
        { code: 'CP-BASE' },
        null,
        { name: 'TF-TOWN' },
        { name: 'TF-BACKLOG' },
        { taskForces: [{ code: 'TF-BACKLOG' }] },
        { taskForces: [] },
      ],
    });
  });

  it('do not exist for a PETITIONER', async () => {
    const { data, errors } = await as('PETITIONER')(document, { of });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      _entities: [null, null, null, null, null, { taskForces: null }, { taskForces: null }],
    });
  });
});
