import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aViewer, type MountedForTest } from '@onevisit/testing';
import { seededId } from '@onevisit/kernel';
import {
  aCampaign,
  aLeadershipPost,
  anArea,
  anOrganization,
  aReference,
  aServiceWindow,
  aTaskForce,
} from '../testing/builders.ts';
import { mountWith } from '../testing/mount.ts';

const city = anArea({ code: '990100' });
const counties = numbered(12).map((at) => anArea({ code: `9901${at}`, level: 'COUNTY' }, city));
/** Last in the order of codes, so that no page of departments holds it. */
const cityBureau = anOrganization({ code: 'ZZ-LETT', areaCode: city.code, kind: 'PETITION_BUREAU' });
const departments = counties.flatMap(({ code }) =>
  numbered(10).map((at) => anOrganization({ code: `${code}-D${at}`, superiorId: cityBureau.id })),
);
const taskForces = numbered(4).map((at) => aTaskForce({ code: `TF-${at}`, leadId: seededId('staff', at) }));
const campaigns = numbered(7).map((at) => aCampaign({ code: `CP-${at}` }));

let mounted: MountedForTest;

beforeAll(async () => {
  mounted = await mountWith(
    aReference({
      areas: [city, ...counties],
      organizations: [cityBureau, ...departments],
      leadershipPosts: departments.map(({ id, code }) => aLeadershipPost({ code, organizationId: id })),
      serviceWindows: departments.map(({ id, code }) => aServiceWindow({ code, organizationId: id })),
      taskForces,
      campaigns,
      campaignTaskForces: campaigns.flatMap(({ id }) =>
        taskForces.map((force) => ({ campaignId: id, taskForceId: force.id })),
      ),
    }),
  );
});

afterAll(() => mounted.close());

describe('the number of SQL statements', () => {
  const sql = async (document: string, variables: Record<string, unknown> = {}) => {
    const { data, errors, extensions } = await mounted.as(aViewer('DIRECTOR'))(document, variables);
    expect(errors).toBeUndefined();
    return { data, statements: extensions?.['sql'] };
  };
  const edgesOf = (data: unknown) => (data as { organizations: { edges: unknown[] } }).organizations.edges;

  it.each([20, 100])('is five for %d organizations with all that belongs to them', async (first) => {
    const { data, statements } = await sql(
      `query ($first: Int!) { organizations(first: $first) { edges { node {
        name area { name } superior { name } leadershipPosts { title } windows { name } } } } }`,
      { first },
    );
    expect(edgesOf(data)).toHaveLength(first);
    expect(statements).toBe(5);
  });

  it.each([2, 12])('is two for a page of organizations in each of %d areas', async (first) => {
    const { statements } = await sql(
      `query ($first: Int!) { areas(first: $first, level: COUNTY) { edges { node {
        organizations(first: 3) { edges { node { name } } } } } } }`,
      { first },
    );
    expect(statements).toBe(2);
  });

  it('is not more for what the operation has read already', async () => {
    const { statements } = await sql(`{ organizations(kind: PETITION_BUREAU) { edges { node {
      subordinates(first: 10) { edges { node { superior { name } } } } } } } }`);
    expect(statements).toBe(2);
  });

  it('is four for the part of the director’s overview that is ours', async () => {
    const { data, statements } = await sql(`{
      area(code: "990100") { name organizations(first: 10, kind: PETITION_BUREAU) { edges { node { id name } } } }
      campaigns(first: 7) { edges { node { code officialName taskForces { code lead { id } } } } } }`);
    expect((data as { campaigns: { edges: unknown[] } }).campaigns.edges).toHaveLength(7);
    expect(statements).toBe(4);
  });

  it('is one for any number of organizations that another subgraph names', async () => {
    const { statements } = await sql(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization { name } } }',
      { of: departments.slice(0, 50).map(({ id }) => ({ __typename: 'Organization', id })) },
    );
    expect(statements).toBe(1);
  });
});

/** `01`, `02`, … */
function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'));
}
