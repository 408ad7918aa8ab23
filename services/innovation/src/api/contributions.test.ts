import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, seededId, type Viewer } from '@onevisit/kernel';
import type { MaskedResult } from '@onevisit/subgraph';
import { aViewer } from '@onevisit/testing';
import { aProject } from '../testing/builders.ts';
import { startService, type TestService } from '../testing/service.ts';

const bureaus = Array.from({ length: 10 }, (_, index) => seededId('organization', `9901${index + 10}-LETT`));
const campaigns = Array.from({ length: 7 }, (_, index) => seededId('campaign', `CP-${index}`));
const clerk = aViewer('CLERK');

let service: TestService;

beforeAll(async () => {
  service = await startService(new Date('2026-04-30T04:00:00Z'));
  const projects = bureaus.flatMap((organizationId, bureau) =>
    Array.from({ length: bureau < 2 ? 5 : 1 }, (_, index) =>
      aProject({
        code: `IP-${bureau}-${index}`,
        organizationId,
        campaignId: bureau === 9 ? null : (campaigns[bureau % 7] ?? null),
        proposedAt: new Date(Date.UTC(2026, 0, index + 1, bureau)),
      }),
    ),
  );
  await service.write((tx) => tx.projects.insertAll(projects));
});

afterAll(() => service.close());

const ask = (viewer: Viewer, type: 'Organization' | 'Campaign', ids: readonly string[], slice = 'first: 3') =>
  service.as(viewer)(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} {
      innovationProjects(${slice}) { edges { node { code stage } } pageInfo { hasNextPage endCursor } }
    } } }`,
    { representations: ids.map((id) => ({ __typename: type, id })) },
  );
type Listed = Readonly<{ innovationProjects: Readonly<{ edges: readonly { node: { code: string } }[] }> }>;
const codes = (data: MaskedResult['data']): readonly (readonly string[])[] =>
  ((data?.['_entities'] ?? []) as readonly Listed[]).map(({ innovationProjects }) =>
    innovationProjects.edges.map(({ node }) => node.code),
  );

describe('Organization.innovationProjects', () => {
  it('are the newest three of each of ten organizations, in one statement', async () => {
    const result = await ask(clerk, 'Organization', bureaus);
    expect(codes(result.data)).toEqual([
      ['IP-0-4', 'IP-0-3', 'IP-0-2'],
      ['IP-1-4', 'IP-1-3', 'IP-1-2'],
      ...Array.from({ length: 8 }, (_, index) => [`IP-${index + 2}-0`]),
    ]);
    expect(result.extensions).toEqual({ sql: 1 });
  });

  it('go on behind the last one', async () => {
    const first = await ask(clerk, 'Organization', bureaus.slice(0, 1));
    const after = JSON.stringify(first.data).match(/"endCursor":"([^"]+)"/)?.[1] ?? '';
    const next = await ask(clerk, 'Organization', bureaus.slice(0, 1), `first: 3, after: "${after}"`);
    expect(next.data).toMatchObject({
      _entities: [{ innovationProjects: { pageInfo: { hasNextPage: false } } }],
    });
    expect(codes(next.data)).toEqual([['IP-0-1', 'IP-0-0']]);
  });

  it('are none of an organization that is not known', async () => {
    expect(codes((await ask(clerk, 'Organization', [newId(), 'no id at all'])).data)).toEqual([[], []]);
  });

  it.each(['PETITIONER', 'PUBLIC'] as const)('are null for a %s', async (role) => {
    expect(await ask(aViewer(role), 'Organization', bureaus)).toEqual({
      data: { _entities: bureaus.map(() => ({ innovationProjects: null })) },
      extensions: { sql: 0 },
    });
  });
});

describe('Campaign.innovationProjects', () => {
  it('are the newest three of each of seven campaigns, in one statement', async () => {
    const result = await ask(clerk, 'Campaign', campaigns);
    expect(codes(result.data)).toEqual([
      ['IP-0-4', 'IP-0-3', 'IP-0-2'],
      ['IP-1-4', 'IP-1-3', 'IP-1-2'],
      ...Array.from({ length: 5 }, (_, index) => [`IP-${index + 2}-0`]),
    ]);
    expect(result.extensions).toEqual({ sql: 1 });
  });

  it.each(['PETITIONER', 'PUBLIC'] as const)('are null for a %s', async (role) => {
    expect((await ask(aViewer(role), 'Campaign', campaigns.slice(0, 1))).data).toEqual({
      _entities: [{ innovationProjects: null }],
    });
  });
});
