import { runTransaction, type Publisher } from '@onevisit/data';
import { newId, systemViewer } from '@onevisit/kernel';
import { mountForTest, testKeys } from '@onevisit/testing';
import { createKeyRing } from '@onevisit/vault';
import type { ServiceTx } from '../app/operation.ts';
import { createSeals, repositories } from '../data/index.ts';
import type { Organization } from '../domain/organization.ts';
import { definition } from '../subgraph.ts';

export type TestService = Awaited<ReturnType<typeof startService>>;

/** This service over a database of its own; `write` makes states that no verb makes, `tell` is an event from outside. */
export async function startService(now: Date) {
  const service = await mountForTest(definition, { now });
  let version = 0;
  return {
    ...service,
    write: <Value>(work: (tx: ServiceTx) => Promise<Value>): Promise<Value> =>
      runTransaction({ ...frame, database: service.database, now: service.clock.now() }, work),
    tell: async ({ id, superiorId, areaPath }: Organization): Promise<void> => {
      version += 1;
      await service.subgraph.consume({
        id: newId(),
        type: 'organization.changed.v1',
        source: 'organizations',
        time: service.clock.now().toISOString(),
        subjectId: id,
        subjectVersion: version,
        organizationId: id,
        actorOrganizationId: null,
        data: { superiorId, areaPath },
      });
    },
  };
}

const silent: Publisher = { store: () => Promise.resolve(), committed: () => undefined };

const frame = {
  source: 'staff-care',
  repositories: repositories(createSeals(createKeyRing(testKeys().vault.ring))),
  publisher: silent,
  viewer: systemViewer,
};
