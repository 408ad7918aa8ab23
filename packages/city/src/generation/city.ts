import { daysLater, planDeadline, startOfDay } from '@onevisit/calendar';
import { drawnNormal } from '../chance/draw.ts';
import { createRandom, defaultSeed, seedFor } from '../chance/random.ts';
import { createDayWeights, monthShares, type DayWeights } from './arrivals.ts';
import { createCityDays, type CityDay, type CityDays } from './city-days.ts';
import { citySizes, type CityRequest, type CityStages } from './city-size.ts';
import { countyWeights } from './county-weights.ts';
import { createMatterMix, type MatterMix } from './matter-mix.ts';
import { createTermEnds, type TermEnds } from './term-ends.ts';

/** Everything that is the same for all petitions of one city. */
export type City = Readonly<{
  seed: number;
  stages: CityStages;
  /** The days on which petitions come in. */
  period: readonly CityDay[];
  /** What happens at this instant or later is left out, in milliseconds. */
  end: number;
  days: CityDays;
  dayWeights: DayWeights;
  termEnds: TermEnds;
  mix: MatterMix;
  /** How long an organization takes, compared with others. */
  paceOf: (organizationCode: string) => number;
}>;

// Room before the period for the day before its first, and after it for terms that are still running.
const daysBefore = 15;
const daysAfter = 420;

/** The city of that size on that day; refused where the calendar does not reach back so far. */
export function createCity({ size, anchor, seed = defaultSeed, stages = 'FIRST', until }: CityRequest): City {
  const last = Temporal.PlainDate.from(anchor);
  const first = last.subtract({ months: citySizes[size].months }).add({ days: 1 });
  if (!planDeadline('TRANSFER', startOfDay(first)).ok)
    throw new RangeError(`no calendar is published for ${first.toString()}, when the city of ${anchor} begins`);

  const days = createCityDays(first.subtract({ days: daysBefore }), last.add({ days: daysAfter }));
  const period = days.days.slice(daysBefore, daysBefore + first.until(last).days + 1);
  const dayWeights = createDayWeights(period, days);
  const lastInstant = daysLater(startOfDay(last), 1).getTime();
  return {
    seed,
    stages,
    period,
    end: Math.min(lastInstant, until?.getTime() ?? lastInstant),
    days,
    dayWeights,
    termEnds: createTermEnds(days),
    mix: createMatterMix(seed, countyWeights(seed), monthShares(period, dayWeights)),
    paceOf: paces(seed),
  };
}

function paces(seed: number): City['paceOf'] {
  const known = new Map<string, number>();
  return (organizationCode) => {
    const pace =
      known.get(organizationCode) ?? Math.exp(0.25 * drawnNormal(createRandom(seedFor(seed, organizationCode))));
    known.set(organizationCode, pace);
    return pace;
  };
}
