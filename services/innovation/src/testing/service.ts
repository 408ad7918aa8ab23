import { runTransaction, type Publisher } from '@onevisit/data';
import { newId, systemViewer, type EventData } from '@onevisit/kernel';
import { mountForTest } from '@onevisit/testing';
import type { ServiceTx } from '../app/operation.ts';
import { repositories } from '../data/index.ts';
import { definition } from '../subgraph.ts';

export type TestService = Awaited<ReturnType<typeof startService>>;

type Told = Readonly<{ type: string; subjectId: string; data: EventData }>;

/** This service over a database of its own; `write` makes states that no verb makes, `tell` is an event from outside. */
export async function startService(now: Date) {
  const service = await mountForTest(definition, { now });
  let version = 0;
  return {
    ...service,
    write: <Value>(work: (tx: ServiceTx) => Promise<Value>): Promise<Value> =>
      runTransaction({ ...frame, database: service.database, now: service.clock.now() }, work),
    tell: async (told: Told): Promise<void> => {
      version += 1;
      await service.subgraph.consume({
        ...told,
        id: newId(),
        source: 'elsewhere',
        time: service.clock.now().toISOString(),
        subjectVersion: version,
        organizationId: null,
        actorOrganizationId: null,
      });
    },
  };
}

const silent: Publisher = { store: () => Promise.resolve(), committed: () => undefined };

const frame = { source: 'innovation', repositories, publisher: silent, viewer: systemViewer };
