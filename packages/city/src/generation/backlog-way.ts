import type { PlannedExecution } from '../history/step.ts';
import { admittedAfter } from './admission-path.ts';
import { millisecondsADay } from './city-days.ts';
import { concluded } from './conclusion.ts';
import { executedLate } from './execution-path.ts';
import { replied, takenInHand } from './handling-path.ts';
import { daysAfter, workingDaysAfter } from './office-time.ts';
import { windowEndOf } from './petition-way.ts';
import { referred } from './referral-path.ts';
import type { Scene } from './scene.ts';
import type { Trail } from './trail.ts';

const unansweredShare = 0.4;
/** 45 % of what is open is cleared in a year. */
const clearedAYear = -Math.log(1 - 0.45) / (365.25 * millisecondsADay);

/**
 * 积案: some were never answered, others were answered and what was promised was not done; until the task force has it
 * cleared, if it has.
 */
export function backlogWay(scene: Scene, trail: Trail): void {
  const { random } = scene;
  const admitted = admittedAfter(scene, trail, referred(scene, trail));
  const inHand = takenInHand(scene, trail, admitted);
  const clearedAt = inHand.replyAt - Math.log(1 - random()) / clearedAYear;
  const isUnanswered = random() < unansweredShare;
  const replyAt = isUnanswered ? daysAfter(scene, clearedAt, 1) : inHand.replyAt;
  const reply = replied(scene, trail, { ...inHand, replyAt });

  const { decided, items } = reply.opinion;
  const since = done(scene, trail, items, Math.max(clearedAt, reply.at));
  concluded(scene, trail, { decided, items, since, windowEnd: windowEndOf(scene, reply) });
}

const done = (scene: Scene, trail: Trail, items: readonly PlannedExecution[], from: number): number =>
  Math.max(...items.map((item) => executedLate(scene, trail, item, workingDaysAfter(scene, from, 1, 25))));
