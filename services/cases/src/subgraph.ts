import { runCommand, type Database, type Frame, type Publisher } from '@onevisit/data';
import { createConsumer, createDueWorker, createEventEngine, type DueWorker, type EventEngine } from '@onevisit/events';
import type { InstallationKeys } from '@onevisit/home';
import { systemViewer, type Clock, type Viewer } from '@onevisit/kernel';
import { buildSchema, readSchema, type Subgraph, type SubgraphDefinition, type Surroundings } from '@onevisit/subgraph';
import { createKeyRing } from '@onevisit/vault';
import { resolvers } from './api/index.ts';
import { dailyAnchors } from './app/evidence/anchor-day.ts';
import { effectiveConfirmations } from './app/result-confirmation/conclude-confirmed.ts';
import { lapsingDeadlines } from './app/deadline/lapse-deadline.ts';
import { loadCity } from './app/city/load-city.ts';
import { onCompetenceChanged } from './app/organization/on-competence-changed.ts';
import { onOrganizationChanged } from './app/organization/on-organization-changed.ts';
import { onStaffChanged } from './app/staff/on-staff-changed.ts';
import type { ServiceOperation, TxRepositories } from './app/operation.ts';
import type { Secrets } from './app/vault/secrets.ts';
import { outgoingMessages } from './app/petitioner/send-messages.ts';
import { databaseDefinition, readers, repositories } from './data/index.ts';
import { loaders } from './data/loaders.ts';
import { sightOf } from './domain/case.policy.ts';

const name = 'cases';

/** Of the installation's secrets this service uses those that seal, those that open a case, and those of receipts. */
type Keys = Pick<InstallationKeys, 'capability' | 'receipt' | 'vault'>;

const typeDefs = readSchema(new URL('../schema/', import.meta.url));

const eventHandlers = {
  'organization.changed.v1': onOrganizationChanged,
  'competence.changed.v1': onCompetenceChanged,
  'staff.joined.v1': onStaffChanged,
  'staff.moved.v1': onStaffChanged,
  'staff.left.v1': onStaffChanged,
};

export const definition: SubgraphDefinition<Keys> = {
  name,
  typeDefs,
  database: databaseDefinition,
  subscribesTo: Object.keys(eventHandlers),

  create: (surroundings) => {
    const engine = createEventEngine({ ...surroundings, source: name });
    const ground = groundOf(surroundings, engine.publisher);
    return {
      name,
      schema: buildSchema(typeDefs, resolvers),
      operation: (viewer) => startOperation(ground, viewer),
      consume: createConsumer(() => frameOf(ground, systemViewer, ground.clock.now()), eventHandlers),
      ...lifeOf(engine, workerOf(ground, surroundings)),
    };
  },

  loadCity: async (surroundings, load) => {
    const engine = createEventEngine({ ...surroundings, source: name });
    const ground = groundOf(surroundings, engine.publisher);
    try {
      await loadCity({ frame: (viewer, now) => frameOf(ground, viewer, now), now: ground.clock.now() }, load);
    } finally {
      await engine.stop();
    }
  },
};

const workerOf = (ground: Ground, { clock, notify }: Surroundings<Keys>): DueWorker => {
  const automatic = {
    read: readers(ground.database.reader),
    frame: (now: Date) => frameOf(ground, systemViewer, now),
    notify,
  };
  const sources = [
    lapsingDeadlines(automatic),
    effectiveConfirmations(automatic),
    outgoingMessages(automatic),
    dailyAnchors(automatic),
  ];
  return createDueWorker({ clock, sources });
};

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

/** What every operation stands on. */
type Ground = Readonly<{ database: Database; clock: Clock; publisher: Publisher; secrets: Secrets }>;

const groundOf = ({ database, clock, keys }: Surroundings<Keys>, publisher: Publisher): Ground => ({
  database,
  clock,
  publisher,
  secrets: {
    ring: createKeyRing(keys.vault.ring),
    capability: keys.capability,
    receipt: keys.receipt,
    receiptKeys: { keys: [keys.receipt.publicJwk, ...keys.receipt.earlierPublicJwks] },
  },
});

const day = 86_400_000;

/** The context of one operation: made anew each time, so that nothing is remembered from one viewer to the next. */
function startOperation(ground: Ground, viewer: Viewer): ServiceOperation {
  const now = ground.clock.now();
  const frame = frameOf(ground, viewer, now);
  const read = readers(ground.database.reader);
  const horizon = { from: now, until: new Date(now.getTime() + 7 * day) };
  const begin = () => loaders(read, ground.secrets.ring, sightOf(viewer), horizon);
  let load = begin();
  return {
    viewer,
    now,
    read,
    secrets: ground.secrets,
    get load() {
      return load;
    },
    transaction: async (attempt, work) => {
      const outcome = await runCommand(frame, attempt, work);
      // What was read before the change is not what stands after it.
      load = begin();
      return outcome;
    },
  };
}

const frameOf = ({ database, publisher, secrets }: Ground, viewer: Viewer, now: Date): Frame<TxRepositories> => ({
  source: name,
  database,
  repositories: (manager) => ({ ...repositories(secrets.ring)(manager), secrets }),
  publisher,
  viewer,
  now,
});
