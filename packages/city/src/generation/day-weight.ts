import type { CityDay, CityDays } from './city-days.ts';

/** Channels by when they are used: REMOTE ones work on days off too. */
export type ChannelGroup = 'REMOTE' | 'OFFICE';

const byWeekday: readonly number[] = [1.35, 1.1, 1, 0.95, 0.8];
const weekends: Readonly<Record<ChannelGroup, number>> = { REMOTE: 0.5, OFFICE: 0.12 };
const holiday = 0.2;
const firstDayAfterHoliday = 1.8;
// A Saturday or Sunday that is worked in exchange is like a Friday.
const madeUpDay = 0.8;

/** How much comes on a day, compared with a Wednesday. */
export function dayWeight(day: CityDay, { days }: CityDays, group: ChannelGroup): number {
  if (day.isHoliday) return holiday;
  if (!day.isWorkingDay) return weekends[group];

  const ordinary = byWeekday[day.weekday - 1] ?? madeUpDay;
  return days[day.index - 1]?.isHoliday ? ordinary * firstDayAfterHoliday : ordinary;
}
