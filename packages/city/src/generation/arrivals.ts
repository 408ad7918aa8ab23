import { createRandom, seedFor, type Random } from '../chance/random.ts';
import { createWheel } from '../chance/wheel.ts';
import { groupShares } from './channels.ts';
import type { CityDay, CityDays } from './city-days.ts';
import { dayWeight, type ChannelGroup } from './day-weight.ts';

/** What comes on one day. */
export type DayArrivals = Readonly<{ day: CityDay; count: number }>;

/** How petitions spread over the days of a period. */
export type DayWeights = Readonly<{
  weightOf: (day: CityDay) => number;
  /** Of what comes on this day, whether it comes by a channel that works on days off. */
  drawnGroup: (random: Random, day: CityDay) => ChannelGroup;
}>;

/** Each group of channels has its share over the whole period, whatever part of it comes on days off. */
export function createDayWeights(period: readonly CityDay[], cityDays: CityDays): DayWeights {
  const meanOf = (group: ChannelGroup): number =>
    period.reduce((sum, day) => sum + dayWeight(day, cityDays, group), 0) / period.length;
  const scale = { REMOTE: groupShares.REMOTE / meanOf('REMOTE'), OFFICE: groupShares.OFFICE / meanOf('OFFICE') };

  const weightIn = (day: CityDay, group: ChannelGroup): number => scale[group] * dayWeight(day, cityDays, group);
  const weightOf = (day: CityDay): number => weightIn(day, 'REMOTE') + weightIn(day, 'OFFICE');
  return {
    weightOf,
    drawnGroup: (random, day) => (random() * weightOf(day) < weightIn(day, 'REMOTE') ? 'REMOTE' : 'OFFICE'),
  };
}

type Period = Readonly<{
  days: readonly CityDay[];
  cases: number;
  weights: DayWeights;
  volumeIn: (month: number) => number;
}>;

/** So many cases over the days of a period, each on a day drawn by the day's weight. */
export function arrivals(seed: number, { days, cases, weights, volumeIn }: Period): readonly DayArrivals[] {
  const random = createRandom(seedFor(seed, 'arrivals'));
  const wheel = createWheel(days.map((day, at) => [at, weights.weightOf(day) * volumeIn(day.month)] as const));
  const counts = new Uint32Array(days.length);
  for (let drawn = 0; drawn < cases; drawn += 1) {
    const at = wheel.draw(random);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return days.map((day, at) => ({ day, count: counts[at] ?? 0 }));
}

/** The share of the days' weight that lies in each month. */
export function monthShares(days: readonly CityDay[], { weightOf }: DayWeights): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (const day of days) weights.set(day.month, (weights.get(day.month) ?? 0) + weightOf(day));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return new Map([...weights].map(([month, weight]) => [month, weight / total]));
}
