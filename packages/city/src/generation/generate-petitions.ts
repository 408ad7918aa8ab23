import { createRandom, seedFor } from '../chance/random.ts';
import type { PetitionHistory } from '../history/petition-history.ts';
import { arrivals } from './arrivals.ts';
import { backlogArrivals } from './backlog.ts';
import { backlogWay } from './backlog-way.ts';
import { createCity, type City } from './city.ts';
import type { CityDay } from './city-days.ts';
import { citySizes, type CityRequest } from './city-size.ts';
import { receivedPetition, type Arrival, type ReceivedPetition } from './petition.ts';
import { firstWay, fullWay } from './petition-way.ts';
import { createTrail } from './trail.ts';

/**
 * The petitions of the city, oldest first, one at a time. The same request gives the same petitions, on any machine.
 * Each is a legal way through the state machine as far as it has come by the end of the anchor's day.
 */
export function* generatePetitions(request: CityRequest): Generator<PetitionHistory, void, undefined> {
  const city = createCity(request);
  const { cases, backlog } = citySizes[request.size];
  const oldMatters = Map.groupBy(backlogArrivals(city, backlog), ({ day }) => day.index);
  const period = { days: city.period, cases: cases - backlog, weights: city.dayWeights, volumeIn: city.mix.volumeIn };
  let number = 0;
  for (const { day, count } of arrivals(city.seed, period)) {
    if (day.startsAt >= city.end) return;
    const ofDay = petitionsOf(city, day, { count, old: oldMatters.get(day.index) ?? [] });
    for (const petition of ofDay) {
      number += 1;
      yield withWay(petition, number);
    }
  }
}

type Expected = Readonly<{ count: number; old: readonly Arrival[] }>;

/** What came in on one day, in order of time. */
function petitionsOf(city: City, day: CityDay, { count, old }: Expected): readonly ReceivedPetition[] {
  return Array.from({ length: count + old.length }, (_, at) => {
    const random = createRandom(seedFor(city.seed, `petition/${day.date}/${at}`));
    const arrival = old[at] ?? {
      day,
      group: city.dayWeights.drawnGroup(random, day),
      matter: city.mix.draw(random, day.month),
      backlogFrom: null,
    };
    return receivedPetition(city, random, arrival);
  })
    .filter(({ scene }) => scene.receivedAt < city.end)
    .toSorted((a, b) => a.scene.receivedAt - b.scene.receivedAt);
}

function withWay({ history, scene }: ReceivedPetition, number: number): PetitionHistory {
  const trail = createTrail();
  const way = scene.city.stages === 'FULL' ? fullWay : firstWay;
  (scene.isBacklog ? backlogWay : way)(scene, trail);
  return { ...history, code: `P${String(number).padStart(6, '0')}`, steps: trail.steps(scene.city.end) };
}
