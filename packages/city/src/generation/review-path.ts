import { drawnFrom } from '../chance/draw.ts';
import type { ReviewDefect, ReviewLevel } from '../history/step.ts';
import { organizationOf } from '../reference/organizations.ts';
import { reviewBodiesOf } from '../reference/review-bodies.ts';
import { worstOf } from './conclusion.ts';
import type { Replied } from './handling-path.ts';
import { atHomeAfter, between, justBefore } from './office-time.ts';
import { actor, type Scene } from './scene.ts';
import type { Trail } from './trail.ts';

const askedShare = 0.055;
const askedWhenNotSupported = 0.11;
const modifiedShare = 0.16;
const revokedShare = 0.06;
const recheckShare = 0.24;
const changedByRecheckShare = 0.12;

type Result = 'UPHELD' | 'MODIFIED' | 'REVOKED';

/** What a review led to: when it was decided, and until when a recheck could be asked for (null: it is final). */
export type Reviewed = Readonly<{ result: Result; at: number; windowEnd: number | null }>;

type Asked = Readonly<{ level: ReviewLevel; bodyCode: string; since: number; windowEnd: number }>;

/** 复查 and 复核 of an opinion; null where nobody asked. */
export function reviewed(scene: Scene, trail: Trail, replied: Replied, windowEnd: number): Reviewed | null {
  const { decided, items, responsibleCode } = replied.opinion;
  const share = worstOf(decided) === 'NOT_SUPPORTED' ? askedWhenNotSupported : askedShare;
  const [usual, other] = reviewBodiesOf(organizationOf(responsibleCode));
  if (scene.random() >= share || usual === undefined) return null;

  const bodyCode = scene.random() < 0.3 ? (other ?? usual) : usual;
  const asked: Asked = { level: 'REVIEW', bodyCode, since: replied.at, windowEnd };
  const result = drawnResult(scene, items.length === 0);
  const review = reviewDecided(scene, trail, asked, result);
  if (!review || result !== 'UPHELD') return review;

  const aboveCode = bodyAbove(bodyCode);
  if (aboveCode === null || review.windowEnd === null || scene.random() >= recheckShare) return review;
  return (
    recheck(scene, trail, { ...asked, bodyCode: aboveCode, since: review.at, windowEnd: review.windowEnd }) ?? review
  );
}

function recheck(scene: Scene, trail: Trail, asked: Asked): Reviewed | null {
  const result = scene.random() < changedByRecheckShare ? 'MODIFIED' : 'UPHELD';
  return reviewDecided(scene, trail, { ...asked, level: 'RECHECK' }, result);
}

/** Where something is already to be done, an opinion is changed and not thrown out. */
function drawnResult({ random }: Scene, canBeRevoked: boolean): Result {
  const drawn = random();
  if (drawn < revokedShare) return canBeRevoked ? 'REVOKED' : 'MODIFIED';
  return drawn < revokedShare + modifiedShare ? 'MODIFIED' : 'UPHELD';
}

const defects: readonly ReviewDefect[] = ['FACTS_UNCLEAR', 'WRONG_BASIS', 'PROCEDURE'];

function reviewDecided(scene: Scene, trail: Trail, asked: Asked, result: Result): Reviewed | null {
  const { level, bodyCode } = asked;
  const requestedAt = atHomeAfter(scene, asked.since, 2, 26);
  if (requestedAt >= asked.windowEnd) return null;

  trail.add(requestedAt, {
    kind: 'REVIEW_REQUESTED',
    level,
    bodyCode,
    grounds: '认为事实没有查清，请求上一级机关审查。',
  });
  const reviewer = { ...actor(scene, '990100-LETT-REVIEW', 'REVIEWER'), organizationCode: bodyCode };
  const acceptedAt = justBefore(scene, scene.city.termEnds(`${level}_ACCEPT`, requestedAt), requestedAt, 2);
  trail.add(acceptedAt, { kind: 'REVIEW_ACCEPTED', ...reviewer, level });
  const at = between(scene, acceptedAt, scene.city.termEnds(level, requestedAt), [0.4, 0.97]);
  trail.add(at, {
    kind: 'REVIEW_DECIDED',
    ...reviewer,
    level,
    result,
    defects: result === 'UPHELD' ? [] : [drawnFrom(scene.random, defects)],
    receivedAt: new Date(at),
  });
  const windowEnd = level === 'RECHECK' ? null : scene.city.termEnds('RECHECK_REQUEST_WINDOW', at);
  return { result, at, windowEnd };
}

/** One level above the body that reviewed; null above the city. */
const bodyAbove = (bodyCode: string): string | null => reviewBodiesOf(organizationOf(bodyCode))[0] ?? null;
