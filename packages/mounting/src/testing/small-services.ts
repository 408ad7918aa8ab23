import { runTransaction, type Database, type Frame } from '@onevisit/data';
import { createConsumer, createEventEngine, eventEngine, inboxTableSql, type EventHandler } from '@onevisit/events';
import { seededId, systemViewer } from '@onevisit/kernel';
import { buildSchema, type CityLoad, type Subgraph, type Surroundings } from '@onevisit/subgraph';
import { parse } from 'graphql';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import type { ServiceDefinition, ServiceKeys } from '../index.ts';

/** What its verbs and loads may touch. */
type Stock = Readonly<{ manager: EntityManager }>;

class CreatePeople implements MigrationInterface {
  name = 'CreatePeople1767225600000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table people (id uuid primary key, name text not null); ${inboxTableSql}`);
  }
  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

type Traits = Readonly<{
  name: string;
  handlers?: Readonly<Record<string, EventHandler<Stock>>>;
  load: (manager: EntityManager, load: CityLoad, emit: (name: string) => void) => Promise<void>;
}>;

/** A service with one table of people. */
function aService({ name, handlers = {}, load }: Traits): ServiceDefinition {
  const typeDefs = parse('type Query { people: [String!]! now: String! }');
  const database = {
    name: `onevisit_${name.replaceAll('-', '_')}`,
    tables: [],
    migrations: [CreatePeople],
    appendOnly: [],
    engine: eventEngine,
  };
  return {
    name,
    typeDefs,
    database,
    subscribesTo: Object.keys(handlers),
    create: (surroundings) => created(name, typeDefs, surroundings, handlers),
    loadCity: async (surroundings, city) => {
      const engine = createEventEngine({ ...surroundings, source: name });
      const frame = { ...frameOf(name, surroundings), publisher: engine.publisher };
      try {
        await runTransaction(frame, async (tx) => {
          const [known] = await tx.manager.query<unknown[]>('select from people limit 1');
          if (known && Object.keys(handlers).length === 0) return;
          await load(tx.manager, city, (person) =>
            tx.emit({
              type: 'person.joined.v1',
              subjectId: seededId('person', person),
              subjectVersion: 1,
              organizationId: null,
              data: { name: person },
            }),
          );
        });
      } finally {
        await engine.stop();
      }
    },
  };
}

function created(
  name: string,
  typeDefs: ReturnType<typeof parse>,
  surroundings: Surroundings<ServiceKeys>,
  handlers: Readonly<Record<string, EventHandler<Stock>>>,
): Subgraph {
  const engine = createEventEngine({ ...surroundings, source: name, backOffSeconds: 0 });
  return {
    name,
    schema: buildSchema(typeDefs, {
      Query: { people: () => peopleIn(surroundings.database), now: () => surroundings.clock.now().toISOString() },
    }),
    operation: (viewer) => ({ viewer }),
    consume: createConsumer(() => frameOf(name, surroundings), handlers),
    start: engine.start,
    settle: engine.settle,
    stop: engine.stop,
  };
}

const frameOf = (name: string, { database, clock }: Surroundings<ServiceKeys>): Frame<Stock> => ({
  source: name,
  database,
  repositories: (manager) => ({ manager }),
  publisher: { store: async () => undefined, committed: () => undefined },
  viewer: systemViewer,
  now: clock.now(),
});

export const peopleIn = async (database: Pick<Database, 'source'>): Promise<string[]> => {
  const rows = await database.source.query<{ name: string }[]>('select name from people order by name');
  return rows.map(({ name }) => name);
};

const insert = (manager: EntityManager, name: string): Promise<unknown> =>
  manager.query('insert into people (id, name) values ($1, $2)', [seededId('person', name), name]);

/** Loads two people and tells of them. */
export const organizations = aService({
  name: 'organizations',
  load: async (manager, _load, emit) => {
    for (const name of ['Li', 'Wang']) {
      await insert(manager, name);
      emit(name);
    }
  },
});

export type Fate = { fails: boolean; loads: CityLoad[]; seen: string[][] };

/** Keeps copies of the people; notes how many there are when it is loaded. */
export const cases = (fate: Fate): ServiceDefinition =>
  aService({
    name: 'cases',
    handlers: {
      'person.joined.v1': async ({ manager }, { data }) => {
        await insert(manager, String(data['name']));
      },
    },
    load: async (manager, load) => {
      const rows = await manager.query<{ name: string }[]>('select name from people order by name');
      fate.seen.push(rows.map(({ name }) => name));
      fate.loads.push(load);
      load.progress(1, 1);
      if (fate.fails) throw new Error('killed');
    },
  });
