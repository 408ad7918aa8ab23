import { daysLater } from '@onevisit/calendar';
import type { ClaimOutcome, PlannedExecution } from '../history/step.ts';
import { atHomeAfter } from './office-time.ts';
import type { Scene } from './scene.ts';
import type { Trail } from './trail.ts';

/** A petition that waits for nothing but the petitioner: since when, and until when a review can be asked for. */
export type Waiting = Readonly<{
  decided: readonly ClaimOutcome[];
  items: readonly PlannedExecution[];
  /** The last act of staff. */
  since: number;
  windowEnd: number;
}>;

const confirmedShares: Readonly<Record<ClaimOutcome, number>> = {
  SUPPORTED: 0.4,
  PARTLY_SUPPORTED: 0.22,
  EXPLAINED: 0.14,
  NOT_SUPPORTED: 0.05,
};

const quietDays = 2;
const revocableDays = 3;

/** T22 信访人认可 or T23 逾期未申请复查; nothing while something is still to be done. */
export function concluded(scene: Scene, trail: Trail, waiting: Waiting): void {
  if (waiting.since === Infinity) return;

  const confirmedAt = atHomeAfter(scene, waiting.since, quietDays, 9);
  const worst = worstOf(waiting.decided);
  if (confirmedAt < waiting.windowEnd && scene.random() < confirmedShares[worst])
    confirmed(trail, waiting, confirmedAt);
  else lapsed(scene, trail, Math.max(waiting.windowEnd, waiting.since));
}

function confirmed(trail: Trail, { items }: Waiting, at: number): void {
  items.forEach(({ item }, place) => {
    trail.add(at - (items.length - place) * 60_000, { kind: 'EXECUTION_CONFIRMED', item, isDone: true });
  });
  trail.add(at, { kind: 'RESULT_CONFIRMED' });
  const effectiveAt = daysLater(new Date(at), revocableDays).getTime();
  trail.add(effectiveAt, { kind: 'CONCLUDED', conclusionKind: 'PETITIONER_CONFIRMED' });
}

function lapsed({ category, city }: Scene, trail: Trail, at: number): void {
  if (at === Infinity) return;
  const isAnswered = category === 'SUGGESTION' && city.stages === 'FULL';
  trail.add(at, { kind: 'CONCLUDED', conclusionKind: isAnswered ? 'SUGGESTION_ANSWERED' : 'REVIEW_WINDOW_LAPSED' });
}

const fromWorst: readonly ClaimOutcome[] = ['NOT_SUPPORTED', 'EXPLAINED', 'PARTLY_SUPPORTED', 'SUPPORTED'];

/** What the petitioner is least content with. */
export const worstOf = (decided: readonly ClaimOutcome[]): ClaimOutcome =>
  fromWorst.find((outcome) => decided.includes(outcome)) ?? 'EXPLAINED';
