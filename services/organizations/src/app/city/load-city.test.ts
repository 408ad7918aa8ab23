import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { competences, organizations } from '@onevisit/city';
import { seededId } from '@onevisit/kernel';
import { aViewer, mountForTest, type MountedForTest } from '@onevisit/testing';
import { definition } from '../../subgraph.ts';

let mounted: MountedForTest;
const ask = (document: string) => mounted.as(aViewer('DIRECTOR'))(document);
const load = () =>
  definition.loadCity(
    {
      database: mounted.database,
      clock: mounted.clock,
      deliver: () => Promise.reject(new Error('the mounted subgraph delivers')),
      subscribersOf: () => ['subscriber'],
      notify: () => Promise.reject(new Error('nobody is told')),
      keys: null,
    },
    { size: 'NONE', anchor: '2026-04-30', progress: () => undefined },
  );

beforeAll(async () => {
  mounted = await mountForTest(definition, { now: new Date('2026-04-30T02:00:00Z') });
  await load();
  await mounted.subgraph.settle();
});

afterAll(() => mounted.close());

describe('loadCity', () => {
  const toldOf = (type: string) =>
    new Set(mounted.delivered.filter((event) => event.type === type).map((event) => event.subjectId));

  it('tells the other subgraphs of every organization and every competence', () => {
    expect(toldOf('organization.changed.v1').size).toBe(organizations.length);
    expect(toldOf('competence.changed.v1').size).toBe(competences.length);
    expect(toldOf('ruleSet.published.v1').size).toBe(2);
    expect(mounted.delivered).toHaveLength(organizations.length + competences.length + 2);
  });

  it('does nothing the second time', async () => {
    await load();
    await mounted.subgraph.settle();
    expect(mounted.delivered).toHaveLength(organizations.length + competences.length + 2);
  });

  it('gives the director the petition bureaus of the city and its counties', async () => {
    const { data } = await ask(`{ area(code: "990100") { name
      organizations(first: 10, kind: PETITION_BUREAU) { edges { node { name level } } pageInfo { hasNextPage } } } }`);
    const { name, organizations: bureaus } = (data as { area: { name: string; organizations: object } }).area;
    expect(name).toBe('云泽市');
    expect(bureaus).toMatchObject({
      edges: [
        { node: { name: '云泽市信访局', level: 'CITY' } },
        ...Array.from({ length: 8 }, () => ({ node: { level: 'COUNTY' } })),
      ],
      pageInfo: { hasNextPage: false },
    });
  });

  it('gives the director seven campaigns and who leads their task forces', async () => {
    const { data } = await ask(
      '{ campaigns(first: 7) { edges { node { officialName taskForces { code lead { id } } } } pageInfo { hasNextPage } } }',
    );
    const { edges, pageInfo } = (
      data as { campaigns: { edges: { node: { taskForces: { lead: object | null }[] } }[]; pageInfo: object } }
    ).campaigns;
    expect(edges).toHaveLength(7);
    expect(pageInfo).toEqual({ hasNextPage: false });
    expect(edges.flatMap(({ node }) => node.taskForces).every(({ lead }) => lead !== null)).toBe(true);
  });

  it('names who is competent for unpaid wages in the city centre: the county’s department, then the city’s', async () => {
    const { data } = await ask(`{ competentOrganizations(issueTypeCode: "A1", areaCode: "990102") {
      isConflicting organization { code } } }`);
    expect(data).toEqual({
      competentOrganizations: [
        { isConflicting: false, organization: { code: '990102-HRSS' } },
        { isConflicting: false, organization: { code: '990100-HRSS' } },
      ],
    });
  });

  it('gives every county a target for each main indicator, with its chief as the owner', async () => {
    const { data } = await ask(
      '{ campaigns(first: 7) { edges { node { code targets { target owner { id } indicator { code } organization { code } } } } } }',
    );
    const { edges } = (
      data as { campaigns: { edges: { node: { code: string; targets: { indicator: { code: string } }[] } }[] } }
    ).campaigns;
    const all = edges.flatMap(({ node }) => node.targets.map(({ indicator }) => `${node.code} ${indicator.code}`));
    expect([all.length, new Set(all)]).toEqual([
      48,
      new Set(['CP-BACKLOG K15', 'CP-BASE K11', 'CP-EVENT K01', 'CP-FIRST K07', 'CP-FIRST K09', 'CP-HEALTH K02']),
    ]);
    const ofBacklog = edges.find(({ node }) => node.code === 'CP-BACKLOG')?.node.targets;
    expect(ofBacklog?.[0]).toEqual({
      target: 0.8,
      owner: { id: seededId('staff', '990102-LETT/1') },
      indicator: { code: 'K15' },
      organization: { code: '990102-LETT' },
    });
  });

  it('has one rule set retired, one in force and one under consultation', async () => {
    const { data } = await ask('{ scoringRuleSets { version state effectiveFrom effectiveTo consultationUntil } }');
    expect(data).toEqual({
      scoringRuleSets: [
        {
          version: 'RS-2026-2',
          state: 'CONSULTATION',
          effectiveFrom: '2026-07-01',
          effectiveTo: null,
          consultationUntil: '2026-05-13',
        },
        {
          version: 'RS-2026-1',
          state: 'PUBLISHED',
          effectiveFrom: '2026-01-01',
          effectiveTo: null,
          consultationUntil: '2025-11-17',
        },
        {
          version: 'RS-2025-2',
          state: 'RETIRED',
          effectiveFrom: '2025-07-01',
          effectiveTo: '2025-12-31',
          consultationUntil: '2025-05-20',
        },
      ],
    });
  });

  it('gives every organization with staff a head, and every county a window', async () => {
    const { data } = await ask(`{ organization(code: "990102-LETT") { leadershipPosts { title isHead holder { id } }
      windows { queueEnabled } superior { code } } }`);
    expect(data).toMatchObject({
      organization: {
        leadershipPosts: [
          { title: '局长', isHead: true, holder: { id: expect.any(String) } },
          { isHead: false },
          { isHead: false },
        ],
        windows: [{ queueEnabled: true }],
        superior: { code: '990100-LETT' },
      },
    });
  });
});
