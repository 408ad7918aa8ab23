import { runCommand, runTransaction, type Database, type Frame, type Publisher } from '@onevisit/data';
import { createConsumer, createEventEngine } from '@onevisit/events';
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
import { onOrganizationChanged } from './app/organization/on-organization-changed.ts';
import { onStaffChanged } from './app/staff/on-staff-changed.ts';
import type { ServiceOperation } from './app/operation.ts';
import { databaseDefinition, readers, repositories, type Repositories } from './data/index.ts';
import { loaders } from './data/loaders.ts';

const name = 'innovation';

const typeDefs = readSchema(new URL('../schema/', import.meta.url));

const eventHandlers = {
  'indicator.computed.v1': onIndicatorComputed,
  'organization.changed.v1': onOrganizationChanged,
  'staff.joined.v1': onStaffChanged,
  'staff.moved.v1': onStaffChanged,
  'staff.left.v1': onStaffChanged,
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
    start: engine.start,
    settle: engine.settle,
    stop: engine.stop,
  };
}

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
  const read = readers(ground.database.reader);
  let load = loaders(read);
  return {
    viewer,
    read,
    get load() {
      return load;
    },
    transaction: async (attempt, work) => {
      const outcome = await runCommand(frame, attempt, work);
      // What was read before the change is not what stands after it.
      load = loaders(read);
      return outcome;
    },
  };
}

const frameOf = ({ database, clock, publisher }: Ground, viewer: Viewer): Frame<Repositories> => ({
  source: name,
  database,
  repositories,
  publisher,
  viewer,
  now: clock.now(),
});
