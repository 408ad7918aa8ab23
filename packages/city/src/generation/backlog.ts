import { drawnInteger, drawnWeibull } from '../chance/draw.ts';
import { createRandom, seedFor, type Random } from '../chance/random.ts';
import type { City } from './city.ts';
import type { CityDay } from './city-days.ts';
import type { Arrival } from './petition.ts';

const daysAYear = 365.25;
const youngestDays = 366;
const oldestYears = 22;

/** 积案: matters that were open for more than a year on the last day of the city, or would have been. */
export function backlogArrivals({ seed, period, mix }: City, count: number): readonly Arrival[] {
  const random = createRandom(seedFor(seed, 'backlog'));
  const last = period.at(-1);
  if (!last) return [];

  return Array.from({ length: count }, (): Arrival => {
    const age = drawnAge(random);
    const own = period[period.length - 1 - age];
    const day = own ?? drawnImportDay(random, period);
    const from = Temporal.PlainDate.from(last.date).subtract({ days: age });
    return { day, group: 'OFFICE', matter: drawnMatter(random, mix, day.month), backlogFrom: from.toString() };
  });
}

/** In days: Weibull with shape 1.4 and scale 4.5 years, beyond one year. */
function drawnAge(random: Random): number {
  for (;;) {
    const age = Math.floor(drawnWeibull(random, 1.4, 4.5) * daysAYear);
    if (age >= youngestDays && age < oldestYears * daysAYear) return age;
  }
}

/** Paper files were taken over in the first half of the period, on working days. */
function drawnImportDay(random: Random, period: readonly CityDay[]): CityDay {
  for (;;) {
    const day = period[drawnInteger(random, 0, Math.floor(period.length / 2))];
    if (day?.isWorkingDay) return day;
  }
}

function drawnMatter(random: Random, mix: City['mix'], month: number): Arrival['matter'] {
  for (;;) {
    const matter = mix.draw(random, month);
    if (!matter.issueTypeCode.startsWith('X')) return matter;
  }
}
