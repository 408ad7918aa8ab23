import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { innovationProjects, practices } from '@onevisit/city';
import { seededId } from '@onevisit/kernel';
import { aViewer, emptyTables } from '@onevisit/testing';
import { aMetric } from '../../testing/builders.ts';
import { definition } from '../../subgraph.ts';
import { startService, type TestService } from '../../testing/service.ts';

let service: TestService;

beforeEach(async () => {
  service = await startService(new Date('2026-04-30T02:00:00Z'));
});

afterEach(() => service.close());

async function load(anchor = '2026-04-30'): Promise<void> {
  const { database, clock } = service;
  const deliver = () => Promise.reject(new Error('only a subgraph that was started hands over'));
  const surroundings = {
    database,
    clock,
    deliver,
    subscribersOf: () => ['cases'],
    notify: async () => undefined,
    keys: null,
  };
  await definition.loadCity(surroundings, { size: 'S', anchor, progress: () => undefined });
}

const rows = <Row = Record<string, unknown>>(sql: string) => service.database.query<Row>(sql);
const ask = (query: string) => service.as(aViewer('INNOVATION_LEAD'))(query);

describe('loadCity', () => {
  it('takes in the practices and the projects of the city', async () => {
    await load();
    const found = [
      await rows<{ code: string }>('select code from practices'),
      await rows<{ code: string }>('select code from innovation_projects'),
    ].map((each) => each.map(({ code }) => code).toSorted());
    expect(found).toEqual([practices, innovationProjects].map((each) => each.map(({ code }) => code).toSorted()));
  });

  it('has tried 最多访一次 for a year, as it was proposed, approved and begun', async () => {
    await load();
    const result = await ask(`{ innovationProjects(kind: FLAGSHIP) { edges { node {
      code stage owner { id } lead { id } campaign { id } problem { code } pilotUnits { id } comparisonUnits { id }
      metrics { indicator { code } baselineFrom baselineTo guardrails { code } }
      timeline { stage by { id } }
    } } } }`);
    expect(result.data).toMatchObject({
      innovationProjects: {
        edges: [
          { node: { code: 'IP-LINK', stage: 'PILOT' } },
          {
            node: {
              code: 'IP-ONEVISIT',
              stage: 'PILOT',
              owner: { id: seededId('organization', '990100-LETT') },
              lead: { id: seededId('staff', '990100-LETT/1') },
              campaign: { id: seededId('campaign', 'CP-FIRST') },
              problem: { code: 'A' },
              pilotUnits: [
                { id: seededId('organization', '990102-LETT') },
                { id: seededId('organization', '990103-LETT') },
              ],
              comparisonUnits: [
                { id: seededId('organization', '990181-LETT') },
                { id: seededId('organization', '990124-LETT') },
              ],
              metrics: [
                {
                  indicator: { code: 'K08' },
                  baselineFrom: '2024-01-15',
                  baselineTo: '2025-01-14',
                  guardrails: [{ code: 'K12' }, { code: 'K16' }],
                },
              ],
              timeline: [
                { stage: 'PROPOSED', by: { id: seededId('staff', '990100-LETT/1') } },
                { stage: 'APPROVED', by: { id: seededId('staff', '990100-LETT/1') } },
                { stage: 'PILOT', by: { id: seededId('staff', '990100-LETT-GENERAL/2') } },
              ],
            },
          },
        ],
      },
    });
    const [pilot] = await rows<{ at: Date }>(
      `select t.at from project_timeline t join innovation_projects p on p.id = t.project_id
       where p.code = 'IP-ONEVISIT' and t.stage = 'PILOT'`,
    );
    expect(pilot?.at.toISOString().slice(0, 10)).toBe('2025-04-30');
  });

  it.each(['2026-04-30', '2026-10-08', '2025-02-05'])(
    'gives every project a history that a verb could have made, over before %s',
    async (anchor) => {
      await load(anchor);
      const histories = await rows<{ stage: string; version: number; stages: string[]; isInOrder: boolean }>(
        `select p.stage, p.version, array_agg(t.stage order by t.at) as stages,
           min(t.at) = p.proposed_at and max(t.at) < '${anchor}T00:00:00+08:00' as "isInOrder"
         from innovation_projects p join project_timeline t on t.project_id = p.id
         group by p.id`,
      );
      const way = ['PROPOSED', 'APPROVED', 'PILOT'];
      expect(histories).toEqual(
        histories.map(({ stage, version }) => ({ stage, version, stages: way.slice(0, version), isInOrder: true })),
      );
      expect(histories.every(({ stage, version }) => stage === way[version - 1])).toBe(true);
    },
  );

  it('makes the same rows every time', async () => {
    const everything = async () => [
      await rows('select * from innovation_projects order by id'),
      await rows('select * from project_timeline order by id'),
      await rows('select * from practices order by id'),
    ];
    await load();
    const first = await everything();
    await emptyTables(service.database);
    await load();
    expect(await everything()).toEqual(first);
  });

  it('tells of the stage of every project, and does nothing the second time', async () => {
    await load();
    await load();
    await service.subgraph.settle();
    expect(service.delivered).toHaveLength(innovationProjects.length);
    expect(
      service.delivered.find(({ subjectId }) => subjectId === seededId('innovation-project', 'IP-LINK')),
    ).toMatchObject({
      type: 'project.stageChanged.v1',
      subjectVersion: 3,
      data: { stage: 'PILOT', previousStage: 'APPROVED', kind: 'FLAGSHIP' },
    });
  });

  it('knows of every matter and campaign that a proposal may name', async () => {
    await load();
    const organizationId = seededId('organization', '990102-LETT');
    const leadId = seededId('staff', '990102-LETT/1');
    await service.tell({ type: 'organization.changed.v1', subjectId: organizationId, data: { validTo: null } });
    await service.tell({ type: 'staff.joined.v1', subjectId: leadId, data: { isActive: true } });
    const result = await service.as(aViewer('CHIEF', { id: leadId, organizationId }))(
      `mutation ($input: ProposeProjectInput!) { proposeProject(input: $input) { errors { code } } }`,
      {
        input: {
          title: '窗口一次性告知清单',
          kind: 'HIGHLIGHT',
          issueTypeCode: 'Z9',
          hypothesis: '一次告知清楚。',
          campaignId: seededId('campaign', 'CP-INNOV'),
          metrics: [aMetric()],
          idempotencyKey: 'k',
        },
      },
    );
    expect(result.data).toEqual({ proposeProject: { errors: [] } });
  });
});
