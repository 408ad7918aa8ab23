import { localDate } from '@onevisit/calendar';
import { runCommand, runTransaction, type Database, type Frame, type Publisher } from '@onevisit/data';
import { createConsumer, createDueWorker, createEventEngine, type DueWorker, type EventEngine } from '@onevisit/events';
import { systemViewer, type Clock, type Viewer } from '@onevisit/kernel';
import {
  buildSchema,
  readSchema,
  type CityLoad,
  type Subgraph,
  type SubgraphDefinition,
  type Surroundings,
} from '@onevisit/subgraph';
import { resolvers } from './api/index.ts';
import { loadCity } from './app/city/load-city.ts';
import { onIndicatorComputed } from './app/indicator/on-indicator-computed.ts';
import { onIndicatorDefined } from './app/indicator/on-indicator-defined.ts';
import { onDeadlineBreached } from './app/unit-fact/on-deadline-breached.ts';
import { onServiceFailureConfirmed } from './app/unit-fact/on-service-failure-confirmed.ts';
import { escalatingWarnings } from './app/warning/escalate-warning.ts';
import type { ServiceOperation } from './app/operation.ts';
import { databaseDefinition, readers, repositories, type Repositories } from './data/index.ts';
import { loaders } from './data/loaders.ts';

const name = 'organizations';

const typeDefs = readSchema(new URL('../schema/', import.meta.url));

const eventHandlers = {
  'deadline.breached.v1': onDeadlineBreached,
  'indicator.computed.v1': onIndicatorComputed,
  'indicator.defined.v1': onIndicatorDefined,
  'serviceFailure.confirmed.v1': onServiceFailureConfirmed,
};

/** It keeps no secret, so it asks for no keys. */
export const definition: SubgraphDefinition<unknown> = {
  name,
  typeDefs,
  database: databaseDefinition,
  subscribesTo: Object.keys(eventHandlers),
  create: createSubgraph,
  loadCity: fillWithCity,
};

function createSubgraph(surroundings: Surroundings<unknown>): Subgraph {
  const engine = createEventEngine({ ...surroundings, source: name });
  const ground = { ...surroundings, publisher: engine.publisher };
  return {
    name,
    schema: buildSchema(typeDefs, resolvers),
    operation: (viewer) => startOperation(ground, viewer),
    consume: createConsumer(() => frameOf(ground, systemViewer), eventHandlers),
    ...lifeOf(engine, workerOf(ground)),
  };
}

function workerOf(ground: Ground): DueWorker {
  const automatic = {
    read: readers(ground.database.reader),
    frame: (now: Date) => frameOf(ground, systemViewer, now),
  };
  return createDueWorker({ clock: ground.clock, sources: [escalatingWarnings(automatic)] });
}

/** What falls due first, then the events of it: an act makes events, an event makes nothing due. */
const lifeOf = (engine: EventEngine, worker: DueWorker): Pick<Subgraph, 'start' | 'settle' | 'stop'> => ({
  start: async () => {
    await engine.start();
    worker.start();
  },
  settle: async () => {
    await worker.settle();
    await engine.settle();
  },
  stop: async () => {
    await worker.stop();
    await engine.stop();
  },
});

/** Its events wait in the database for the engine of the mounted subgraph. */
async function fillWithCity(surroundings: Surroundings<unknown>, load: CityLoad): Promise<void> {
  const engine = createEventEngine({ ...surroundings, source: name });
  const frame = frameOf({ ...surroundings, publisher: engine.publisher }, systemViewer);
  try {
    await runTransaction(frame, (tx) => loadCity(tx, load));
  } finally {
    await engine.stop();
  }
}

type Ground = Readonly<{ database: Database; clock: Clock; publisher: Publisher }>;

/** The context of one operation: made anew each time, so that nothing is remembered from one viewer to the next. */
function startOperation(ground: Ground, viewer: Viewer): ServiceOperation {
  const frame = frameOf(ground, viewer);
  const { now } = frame;
  const today = localDate(now).toString();
  const read = readers(ground.database.reader);
  let load = loaders(read, today);
  return {
    viewer,
    now,
    today,
    read,
    get load() {
      return load;
    },
    transaction: async (attempt, work) => {
      const outcome = await runCommand(frame, attempt, work);
      // What was read before the change is not what stands after it.
      load = loaders(read, today);
      return outcome;
    },
  };
}

const frameOf = (
  { database, clock, publisher }: Ground,
  viewer: Viewer,
  now: Date = clock.now(),
): Frame<Repositories> => ({ source: name, database, repositories, publisher, viewer, now });
