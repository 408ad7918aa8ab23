import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statement } from '@onevisit/data';
import type { InstallationKeys } from '@onevisit/home';
import type { DeliveredEvent, Viewer } from '@onevisit/kernel';
import { buildSchema, readSchema, type SubgraphDefinition } from '@onevisit/subgraph';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { execute } from './execute.ts';
import { mountForTest, type MountedForTest } from './mount.ts';
import { aViewer } from './viewer.ts';

class CreateHalls1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table halls (name text not null)`);
  }

  async down(): Promise<void> {
    // Forward only.
  }
}

const event: DeliveredEvent = {
  id: 'e1',
  type: 'hall.opened.v1',
  source: 'halls',
  time: '2026-05-09T00:00:00.000Z',
  subjectId: 'h1',
  subjectVersion: 1,
  organizationId: null,
  actorOrganizationId: null,
  data: {},
};

const steps: string[] = [];
const names = statement<{ name: string }>('hall-names', 'select name from halls');
const typeDefs = readSchema(new URL('./testing/', import.meta.url));

/** A subgraph that hands one event over when it settles. */
const definition: SubgraphDefinition<InstallationKeys> = {
  name: 'halls',
  typeDefs,
  database: { name: 'onevisit_halls', tables: [], migrations: [CreateHalls1767225600000], appendOnly: [] },
  subscribesTo: [],
  create: ({ database, clock, deliver, subscribersOf }) => ({
    name: 'halls',
    schema: buildSchema(typeDefs, {
      Query: {
        halls: async () => (await database.reader.rows(names, [])).map(({ name }) => name),
        asker: (_parent: unknown, _given: unknown, { viewer }: { viewer: Viewer }) => viewer.roles[0],
        now: () => clock.now(),
      },
    }),
    operation: (viewer) => ({ viewer }),
    consume: async () => undefined,
    start: async () => void steps.push('start'),
    settle: async () => {
      for (const subscriber of subscribersOf(event.type)) await deliver(subscriber, event);
    },
    stop: async () => void steps.push('stop'),
  }),
  loadCity: async () => undefined,
};

let mounted: MountedForTest;

beforeAll(async () => {
  mounted = await mountForTest(definition, { now: '2026-05-09T00:00:00Z' });
});
afterAll(() => mounted.close());

describe('mountForTest', () => {
  it('asks as somebody, over a database of its own', async () => {
    await mounted.database.query(`insert into halls values ('云泽市接待大厅')`);
    expect(await mounted.as(aViewer('CLERK'))('{ halls asker now }')).toEqual({
      data: { halls: ['云泽市接待大厅'], asker: 'CLERK', now: '2026-05-09T00:00:00.000Z' },
      extensions: { sql: 1 },
    });
  });

  it('moves business time', async () => {
    mounted.clock.advance('P1D');
    expect((await mounted.as(aViewer('PUBLIC'))('{ now }')).data).toEqual({ now: '2026-05-10T00:00:00.000Z' });
  });

  it('keeps the events that one subscriber has got', async () => {
    await mounted.subgraph.settle();
    expect(mounted.delivered).toEqual([event]);
  });

  it('starts the subgraph, and stops it when it closes', async () => {
    const other = await mountForTest(definition, { now: '2026-05-09T00:00:00Z' });
    steps.splice(0, steps.length, 'start');
    await other.close();
    expect(steps).toEqual(['start', 'stop']);
  });
});

describe('execute', () => {
  it('validates and masks, as a client would see it', async () => {
    const { errors } = await execute(mounted.subgraph, aViewer('CLERK'), '{ doors }');
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'GRAPHQL_VALIDATION_FAILED' }]);
  });
});
