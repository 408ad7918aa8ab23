import { drawnBetween } from '../chance/draw.ts';
import { millisecondsADay } from './city-days.ts';
import type { Scene } from './scene.ts';

/** An instant in office hours, so many working days after another. */
export function workingDaysAfter(scene: Scene, instant: number, least: number, most: number): number {
  const { days } = scene.city;
  return days.instantOf(days.officeTimeOf(instant) + drawnBetween(scene.random, least, most));
}

/** An instant in office hours about so many calendar days after another: on a day off just before it or after it. */
export function daysAfter(scene: Scene, instant: number, count: number): number {
  const { days } = scene.city;
  const from = days.officeTimeOf(instant);
  const target = instant + count * millisecondsADay;
  const isEarlier = !days.dayAt(target).isWorkingDay && scene.random() < 0.5;
  const drawn = Math.floor(days.officeTimeOf(target)) - (isEarlier ? 1 : 0) + scene.random();
  return days.instantOf(drawn > from ? drawn : within(scene, from, Math.floor(from) + 1));
}

/** An instant in office hours between two others. */
export function between(scene: Scene, from: number, to: number, part: readonly [number, number]): number {
  const { days } = scene.city;
  const start = days.officeTimeOf(from);
  const length = Math.max(0, days.officeTimeOf(to) - start);
  return days.instantOf(start + length * drawnBetween(scene.random, part[0], part[1]));
}

/** An instant in office hours that lies in the last working days before the end of a term, yet after `from`. */
export function justBefore(scene: Scene, end: number, from: number, most = 2.5): number {
  const { days } = scene.city;
  const limit = days.officeTimeOf(end);
  const earliest = Math.max(days.officeTimeOf(from), limit - most);
  return days.instantOf(within(scene, earliest, limit));
}

// Never quite the end: what ends at midnight is over by then.
const within = ({ random }: Scene, from: number, to: number): number => from + (to - from) * (0.02 + 0.96 * random());

/** When somebody at home acts: by day or in the evening, any day, so many days after another instant. */
export function atHomeAfter(scene: Scene, instant: number, least: number, most: number): number {
  const day = scene.city.days.dayAt(instant + drawnBetween(scene.random, least, most) * millisecondsADay);
  const drawn = day.startsAt + Math.floor(drawnBetween(scene.random, 8, 21.5) * 3_600_000);
  return drawn > instant ? drawn : instant + Math.floor(drawnBetween(scene.random, 600_000, 7_200_000));
}
