import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { seededId, type Role } from '@onevisit/kernel';
import { aLeadershipPost, aReference, anOrganization } from '../testing/builders.ts';
import { mountWith } from '../testing/mount.ts';

const holder = seededId('staff', '990100-HRSS/1');
const head = aLeadershipPost({ code: '990100-HRSS/1', holderId: holder });
const deputy = aLeadershipPost({ code: '990100-HRSS/2', title: '副局长', isHead: false, portfolio: '信访工作' });

let mounted: MountedForTest;
const as = (role: Role) => mounted.as(aViewer(role));

beforeAll(async () => {
  mounted = await mountWith(aReference({ organizations: [anOrganization()], leadershipPosts: [deputy, head] }));
});

afterAll(() => mounted.close());

describe('leadershipPosts', () => {
  const document = '{ organization(code: "990100-HRSS") { leadershipPosts { title holder { id } isHead portfolio } } }';
  const posts = (first: { id: string } | null) => ({
    organization: {
      leadershipPosts: [
        { title: '局长', holder: first, isHead: true, portfolio: '全面工作' },
        { title: '副局长', holder: null, isHead: false, portfolio: '信访工作' },
      ],
    },
  });

  it('begin with the head and name the holders to staff', async () => {
    expect(await as('HANDLER')(document)).toMatchObject({ data: posts({ id: holder }) });
  });

  it('name no holder to those who may not see staff', async () => {
    const { data, errors } = await as('PUBLIC')(document);
    expect([data, errors]).toEqual([posts(null), undefined]);
  });

  it('are found where another subgraph names one', async () => {
    const { data } = await as('PUBLIC')(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on LeadershipPost { title organization { code } } } }`,
      { of: [deputy.id, 'none'].map((id) => ({ __typename: 'LeadershipPost', id })) },
    );
    expect(data).toEqual({ _entities: [{ title: '副局长', organization: { code: '990100-HRSS' } }, null] });
  });
});
