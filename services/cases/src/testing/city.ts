import { generatePetitions, type PetitionHistory } from '@onevisit/city';
import type { Publisher } from '@onevisit/data';
import type { DeliveredEvent, Viewer } from '@onevisit/kernel';
import { createTestDatabase, testKeys, type TestDatabase } from '@onevisit/testing';
import { createKeyRing } from '@onevisit/vault';
import { verifyCity } from '../app/city/verify-city.ts';
import { loadCity } from '../app/city/load-city.ts';
import type { CityGround } from '../app/operation.ts';
import { databaseDefinition, readers, repositories } from '../data/index.ts';

export const anchor = '2026-04-30';
/** The end of the city's last day. */
export const cityEnd = new Date('2026-04-30T16:00:00Z');

export type TestCity = Awaited<ReturnType<typeof startCity>>;

/** A database of its own that parts of the city can be loaded into, or one that is there already. */
export async function startCity(given?: TestDatabase) {
  const database = given ?? (await createTestDatabase(databaseDefinition));
  const keys = testKeys();
  const secrets = {
    ring: createKeyRing(keys.vault.ring),
    capability: keys.capability,
    receipt: keys.receipt,
    receiptKeys: { keys: [keys.receipt.publicJwk] },
  };
  const told: DeliveredEvent[] = [];
  const publisher: Publisher = {
    store: async (_, events) => void told.push(...events),
    committed: () => undefined,
  };
  const groundAt = (now: Date): CityGround => ({
    now,
    frame: (viewer: Viewer, at: Date) => ({
      source: 'cases',
      database,
      repositories: (manager) => ({ ...repositories(secrets.ring)(manager), secrets }),
      publisher,
      viewer,
      now: at,
    }),
  });
  return {
    database,
    /** What was to be told to other subgraphs. */
    told,
    load: (histories: Iterable<PetitionHistory>, now: Date = cityEnd): Promise<void> =>
      loadCity(groundAt(now), { size: 'S', anchor, progress: () => undefined }, () => histories),
    verify: (until: Date = cityEnd) => verifyCity({ read: readers(database.reader).city, secrets, until }),
  };
}

/** Every so manieth petition of the small city, from its first day to its last. */
export const everyPetition = (step: number, until: Date = cityEnd): readonly PetitionHistory[] =>
  [...generatePetitions({ size: 'S', anchor, until })].filter((_, at) => at % step === 0);
