import { drawnBetween, drawnInteger } from '../chance/draw.ts';
import type { Random } from '../chance/random.ts';
import type { PetitionChannel } from '../history/petition-history.ts';
import type { City } from './city.ts';

const lateShare = 0.015;
const minute = 60_000;

/** How long the clerk takes; what comes on paper waits for office hours. */
const minutes: Readonly<Record<PetitionChannel, readonly [number, number] | null>> = {
  ONLINE: [1, 5],
  APP: [1, 5],
  PHONE: [5, 25],
  VISIT: [10, 45],
  LEADER_RECEPTION: [15, 60],
  OUTREACH: [15, 90],
  LETTER: null,
  FROM_ABOVE: null,
};

/** 登记, mostly at once or on the same working day; seldom late. */
export function drawnRegistration(
  { days, end }: City,
  random: Random,
  channel: PetitionChannel,
  receivedAt: number,
): number {
  const later = (least: number, most: number): number =>
    days.instantOf(days.officeTimeOf(receivedAt) + drawnBetween(random, least, most));
  const wait = minutes[channel];
  const drawn = wait ? receivedAt + drawnInteger(random, ...wait) * minute : later(0.05, 0.8);
  return Math.min(random() < lateShare ? later(2, 4) : drawn, end - 1);
}
