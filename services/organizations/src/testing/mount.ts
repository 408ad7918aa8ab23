import { runTransaction, type Database } from '@onevisit/data';
import { systemViewer, type DeliveredEvent } from '@onevisit/kernel';
import { mountForTest, type MountedForTest } from '@onevisit/testing';
import { recordReference, type Reference } from '../app/city/record-reference.ts';
import { repositories } from '../data/index.ts';
import { definition } from '../subgraph.ts';

const now = new Date('2026-04-30T02:00:00Z');

/** This subgraph on 30 April 2026, told of that reference data. */
export async function mountWith(reference: Reference): Promise<MountedForTest> {
  const mounted = await mountForTest(definition, { now });
  await record(mounted.database, reference);
  return mounted;
}

/** Tells an empty database of that reference data; answers the events of the commit, which go to nobody here. */
export async function record(database: Database, reference: Reference): Promise<readonly DeliveredEvent[]> {
  const stored: DeliveredEvent[] = [];
  const publisher = {
    store: async (_execute: unknown, events: readonly DeliveredEvent[]) => void stored.push(...events),
    committed: () => undefined,
  };
  const frame = { source: 'organizations', database, repositories, publisher, viewer: systemViewer, now };
  await runTransaction(frame, (tx) => recordReference(tx, reference));
  return stored;
}
