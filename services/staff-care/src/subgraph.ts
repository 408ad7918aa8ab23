import { localDate } from '@onevisit/calendar';
import { runCommand, runTransaction, type Database, type Frame, type Publisher } from '@onevisit/data';
import { createConsumer, createDueWorker, createEventEngine, type DueWorker, type EventEngine } from '@onevisit/events';
import type { InstallationKeys } from '@onevisit/home';
import { systemViewer, type Clock, type Viewer } from '@onevisit/kernel';
import {
  buildSchema,
  readSchema,
  type CityLoad,
  type Subgraph,
  type SubgraphDefinition,
  type Surroundings,
} from '@onevisit/subgraph';
import { createKeyRing } from '@onevisit/vault';
import { resolvers } from './api/index.ts';
import { closingRatingYears } from './app/support/close-rating-year.ts';
import { closingPulses } from './app/pulse/close-pulse.ts';
import { waitingSuggestions } from './app/anonymous/show-waiting-suggestions.ts';
import { lapsingFirstResponses } from './app/care-request/lapse-first-response.ts';
import { loadCity } from './app/city/load-city.ts';
import { onOrganizationChanged } from './app/organization/on-organization-changed.ts';
import type { ServiceOperation } from './app/operation.ts';
import { createSeals, databaseDefinition, readers, repositories, type Repositories, type Seals } from './data/index.ts';
import { loaders } from './data/loaders.ts';

const name = 'staff-care';

/** Of the installation's secrets this service uses the vault's. */
type Keys = Pick<InstallationKeys, 'vault'>;

const typeDefs = readSchema(new URL('../schema/', import.meta.url));

const eventHandlers = { 'organization.changed.v1': onOrganizationChanged };

export const definition: SubgraphDefinition<Keys> = {
  name,
  typeDefs,
  database: databaseDefinition,
  subscribesTo: Object.keys(eventHandlers),
  create: createSubgraph,
  loadCity: fillWithCity,
};

function createSubgraph(surroundings: Surroundings<Keys>): Subgraph {
  const engine = createEventEngine({ ...surroundings, source: name });
  const ground = groundOf(surroundings, engine.publisher);
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
    read: readers(ground.database.reader, ground.seals),
    frame: (now: Date) => frameOf(ground, systemViewer, now),
  };
  return createDueWorker({
    clock: ground.clock,
    sources: [
      lapsingFirstResponses(automatic),
      waitingSuggestions(automatic),
      closingPulses(automatic),
      closingRatingYears(automatic),
    ],
  });
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
async function fillWithCity(surroundings: Surroundings<Keys>, load: CityLoad): Promise<void> {
  const engine = createEventEngine({ ...surroundings, source: name });
  const frame = frameOf(groundOf(surroundings, engine.publisher), systemViewer);
  try {
    await runTransaction(frame, (tx) => loadCity(tx, load));
  } finally {
    await engine.stop();
  }
}

/** What every operation stands on. */
type Ground = Readonly<{ database: Database; clock: Clock; publisher: Publisher; seals: Seals }>;

const groundOf = ({ database, clock, keys }: Surroundings<Keys>, publisher: Publisher): Ground => ({
  database,
  clock,
  publisher,
  seals: createSeals(createKeyRing(keys.vault.ring)),
});

/** The context of one operation: made anew each time, so that nothing is remembered from one viewer to the next. */
function startOperation(ground: Ground, viewer: Viewer): ServiceOperation {
  const frame = frameOf(ground, viewer);
  const { now } = frame;
  const read = readers(ground.database.reader, ground.seals);
  let load = loaders(read, { viewer, now });
  return {
    viewer,
    now,
    today: localDate(now).toString(),
    read,
    get load() {
      return load;
    },
    transaction: async (attempt, work) => {
      const outcome = await runCommand(frame, attempt, work);
      // What was read before the change is not what stands after it.
      load = loaders(read, { viewer, now });
      return outcome;
    },
  };
}

const frameOf = (
  { database, clock, publisher, seals }: Ground,
  viewer: Viewer,
  now: Date = clock.now(),
): Frame<Repositories> => ({
  source: name,
  database,
  repositories: repositories(seals),
  publisher,
  viewer,
  now,
});
