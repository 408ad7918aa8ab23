import { citySizes, defaultSeed, generatePetitions, issueTypes, type PetitionHistory } from '@onevisit/city';
import { daysLater, startOfDay } from '@onevisit/calendar';
import { runTransaction } from '@onevisit/data';
import { systemViewer, type DeliveredEvent } from '@onevisit/kernel';
import type { CityLoad } from '@onevisit/subgraph';
import { createNumbers } from './case-chance.ts';
import { cityCase, type CityCase, type CityMeans } from './city-case.ts';
import { createCityDirectory } from './city-directory.ts';
import type { CityGround, ServiceTx } from '../operation.ts';

/** Of cases; more at once would only hold more in memory. */
const batchSize = 200;

/** The petitions of the city, as far as they have come. */
export type Histories = (load: CityLoad, until: Date) => Iterable<PetitionHistory>;

/**
 * Fills the empty store with what petitions are about and with the city's cases, each told again by the rules of the
 * verbs: in one transaction, whole or not at all. Does nothing the second time.
 */
export async function loadCity(
  ground: CityGround,
  load: CityLoad,
  histories: Histories = generatedHistories,
): Promise<void> {
  const frame = ground.frame(systemViewer, ground.now);
  await runTransaction(frame, async (tx, manager) => {
    if (!(await tx.city.begin('city', tx.now))) return;
    await tx.issueTypes.insertAll(issueTypes);
    // Like the verbs' events these wait for the commit; they are too many to wait in memory.
    const tell = (events: readonly DeliveredEvent[]): Promise<void> =>
      frame.publisher.store((text, values) => manager.query(text, [...(values ?? [])]), events);
    await writeCases(tx, load, histories, tell);
  });
  load.progress(1, 1);
}

const generatedHistories: Histories = ({ size, anchor }, until) =>
  size === 'NONE' ? [] : generatePetitions({ size, anchor, until });

async function writeCases(
  tx: ServiceTx,
  load: CityLoad,
  histories: Histories,
  tell: (events: readonly DeliveredEvent[]) => Promise<void>,
): Promise<void> {
  const until = endOf(load, tx.now);
  const means = meansOf(tx, until);
  const expected = load.size === 'NONE' ? 0 : citySizes[load.size].cases;
  let done = 0;
  let batch: CityCase[] = [];
  const write = async (): Promise<void> => {
    await tx.city.insertAll(batch.map(({ record }) => record));
    await tell(batch.flatMap(({ told }) => told));
    done += batch.length;
    batch = [];
    load.progress(done, Math.max(done, expected));
  };
  for (const history of histories(load, until)) {
    batch.push(cityCase(history, means));
    if (batch.length === batchSize) await write();
  }
  if (batch.length > 0) await write();
}

/** Whatever comes later is left to come, by the clock. */
function endOf({ anchor }: CityLoad, now: Date): Date {
  const midnight = daysLater(startOfDay(Temporal.PlainDate.from(anchor)), 1);
  return now < midnight ? now : midnight;
}

const meansOf = ({ secrets }: ServiceTx, until: Date): CityMeans => ({
  seed: defaultSeed,
  until,
  secrets,
  directory: createCityDirectory(),
  newNumber: createNumbers(),
});
