import { drawnFrom, drawnLognormal } from '../chance/draw.ts';
import type { Admitted } from './admission-path.ts';
import { millisecondsADay } from './city-days.ts';
import { daysAfter, justBefore } from './office-time.ts';
import type { Scene } from './scene.ts';

const pulledShare = 0.6;
const extendedShare = 0.62;
/** Of replies that an extension would not save, how many are hurried in the end. */
const savedShare = 1 / 3;

/** 延期: so many days, approved at that instant. */
export type Extension = Readonly<{ days: number; at: number }>;

/** When the reply is sent, and when its term ends. */
export type ReplyDate = Readonly<{ at: number; due: number; extension: Extension | null }>;

/**
 * When the reply is sent: about three weeks after the admission, slower in slow organizations. Many of those that
 * would come just too late are hurried into the last days; of the rest some are extended (FULL), the others are late.
 */
export function drawnReplyDate(scene: Scene, { at, handlingFrom, responsibleCode }: Admitted): ReplyDate {
  const { city, random, category } = scene;
  const due = city.termEnds(category === 'SUGGESTION' ? 'SUGGESTION_REPLY' : 'HANDLING', handlingFrom);
  const days = Math.max(2.5, drawnLognormal(random, 21, 0.62) * city.paceOf(responsibleCode));
  const drawn = daysAfter(scene, at, days);
  if (drawn < due) return { at: drawn, due, extension: null };

  const hurried = { at: justBefore(scene, due, at), due, extension: null };
  if (days < 75 && random() < pulledShare) return hurried;
  if (random() >= extendedShare) return { at: drawn, due, extension: null };

  const { days: more, due: newDue } = drawnExtension(scene, { due, handlingFrom, wanted: drawn });
  const isSaved = drawn < newDue || random() < savedShare;
  // Without extensions, those that one would have saved are hurried.
  if (city.stages === 'FIRST') return isSaved ? hurried : { at: drawn, due, extension: null };

  const extension = { days: more, at: justBefore(scene, due, at, 4) };
  const isLeft = drawn < newDue || !isSaved;
  return { at: isLeft ? drawn : justBefore(scene, newDue, due), due: newDue, extension };
}

type Wanted = Readonly<{ due: number; handlingFrom: number; wanted: number }>;

/** At most 30 days, and at most 90 from the admission. */
function drawnExtension({ city, random }: Scene, { due, handlingFrom, wanted }: Wanted) {
  const most = Math.min(30, 90 - Math.ceil((due - handlingFrom) / millisecondsADay));
  const needed = Math.ceil((wanted - due) / millisecondsADay);
  const days = Math.max(1, Math.min(most, Math.max(needed, drawnFrom(random, [10, 15, 20, 30]))));
  return { days, due: city.termEnds('HANDLING_EXTENDED', due, { amount: days }) };
}
