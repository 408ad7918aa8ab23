import { createWheel, type Wheel } from '../chance/wheel.ts';
import type { ClaimOutcome, RatingLevel } from '../history/step.ts';
import { worstOf } from './conclusion.ts';
import type { Replied } from './handling-path.ts';
import { atHomeAfter } from './office-time.ts';
import type { Scene } from './scene.ts';
import type { Trail } from './trail.ts';

const participation = 0.58;
const lostWhenLate = 0.15;

const shares: Readonly<Record<ClaimOutcome, readonly [number, number, number]>> = {
  SUPPORTED: [0.62, 0.27, 0.11],
  PARTLY_SUPPORTED: [0.4, 0.33, 0.27],
  EXPLAINED: [0.28, 0.34, 0.38],
  NOT_SUPPORTED: [0.1, 0.25, 0.65],
};

/** 满意度评价 within the window, by those who take part. */
export function rated(scene: Scene, trail: Trail, replied: Replied, isLate: boolean): void {
  const at = atHomeAfter(scene, replied.at, 0.3, 20);
  if (scene.random() >= participation || at >= scene.city.termEnds('RATING_WINDOW', replied.sentAt)) return;

  const levels = levelsOf(worstOf(replied.opinion.decided), isLate);
  trail.add(at, { kind: 'RATED', subject: 'RESPONSIBLE_UNIT', level: levels.draw(scene.random) });
  trail.add(at, { kind: 'RATED', subject: 'PETITION_DEPT', level: levels.draw(scene.random) });
}

function levelsOf(outcome: ClaimOutcome, isLate: boolean): Wheel<RatingLevel> {
  const [satisfied, basically, dissatisfied] = shares[outcome];
  const lost = isLate ? Math.min(lostWhenLate, satisfied) : 0;
  return createWheel<RatingLevel>([
    ['SATISFIED', satisfied - lost],
    ['BASICALLY_SATISFIED', basically],
    ['DISSATISFIED', dissatisfied + lost],
  ]);
}
