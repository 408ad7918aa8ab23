import { issueTypeByCode } from '../reference/issue-types.ts';
import { handedOver } from './accusation-path.ts';
import { admittedAfter, type Admitted } from './admission-path.ts';
import { concluded } from './conclusion.ts';
import { executed } from './execution-path.ts';
import { replied, repliedOn, takenInHand, writingDates, type InHand, type Replied } from './handling-path.ts';
import { heardBetween } from './hearing.ts';
import { legallyRouted } from './legal-route-path.ts';
import { mediated } from './mediation-path.ts';
import { notAdmitted } from './non-admission-path.ts';
import { referredWithObjections } from './objection-path.ts';
import { daysAfter, workingDaysAfter } from './office-time.ts';
import { rated } from './rating.ts';
import { referred, type Referred } from './referral-path.ts';
import { reviewed, type Reviewed } from './review-path.ts';
import { actor, type Scene } from './scene.ts';
import type { Trail } from './trail.ts';

/** The way of a petition through the first issue: an accusation ends where it is sealed. */
export function firstWay(scene: Scene, trail: Trail): void {
  if (scene.category === 'ACCUSATION') return;

  const admitted = admittedAfter(scene, trail, referred(scene, trail));
  const reply = replied(scene, trail, takenInHand(scene, trail, admitted));
  ended(scene, trail, reply);
}

/** The way of a petition through the whole state machine. */
export function fullWay(scene: Scene, trail: Trail): void {
  if (scene.category === 'ACCUSATION') return handedOver(scene, trail);

  const handed = referredWithObjections(scene, trail);
  const toAdmit = scene.category === 'APPEAL' ? routed(scene, trail, handed) : handed;
  if (!toAdmit) return;

  const admitted = admittedAfter(scene, trail, toAdmit);
  const inHand = takenInHand(scene, trail, admitted);
  const reply = scene.category === 'APPEAL' ? repliedOrMediated(scene, trail, inHand) : replied(scene, trail, inHand);
  if (!reply) return;

  if (toAdmit.isAssignment) reportedBack(scene, trail, reply);
  rated(scene, trail, reply, isLate(scene, reply, admitted));
  ended(scene, trail, reply, true);
}

/** 反馈 to who assigned the case, in the days after the reply. */
function reportedBack(scene: Scene, trail: Trail, { at, opinion }: Replied): void {
  trail.add(workingDaysAfter(scene, at, 0.3, 3), {
    kind: 'REPORTED_BACK',
    ...actor(scene, opinion.responsibleCode, 'HANDLER'),
    result: '已作出处理意见并送达信访人。',
  });
}

const notAdmittedShare = 0.06;
const legalRouteShare = 0.09;

/** The share of matters that have a usual legal route: the others never take one. */
const withRoute = 0.3;

function routed(scene: Scene, trail: Trail, handed: Referred): Referred | null {
  if (scene.random() < notAdmittedShare) return notAdmitted(scene, trail, handed);
  const hasRoute = (issueTypeByCode.get(scene.issueTypeCode)?.legalRoutes.length ?? 0) > 0;
  const isRouted = hasRoute && scene.random() < legalRouteShare / withRoute;
  return isRouted ? legallyRouted(scene, trail, handed) : handed;
}

/** 听取 first, then 调解 where both sides want it; the opinion where there was none, or where it was broken. */
function repliedOrMediated(scene: Scene, trail: Trail, inHand: InHand): Replied | null {
  const dates = writingDates(scene, inHand);
  const heardAt = heardBetween(scene, trail, inHand.handler, [inHand.at, dates.draftedAt]);
  const outcome = mediated(scene, trail, [heardAt, dates.draftedAt]);
  if (outcome === 'PERFORMED') return null;
  if (outcome === 'GOES_ON') return repliedOn(scene, trail, inHand, dates);
  return redone(scene, trail, inHand.handler, outcome.defaultedAt);
}

/** 重新办理 within thirty days. */
function redone(scene: Scene, trail: Trail, handler: InHand['handler'], since: number): Replied {
  const replyAt = daysAfter(scene, since, 8 + 16 * scene.random());
  const due = scene.city.termEnds('HANDLING_REDO', since);
  const again = { handler, at: since, replyAt, due, extension: null };
  return repliedOn(scene, trail, again, writingDates(scene, again));
}

const isLate = ({ city }: Scene, { sentAt }: Replied, { handlingFrom }: Admitted): boolean =>
  sentAt >= city.termEnds('HANDLING', handlingFrom);

/** From the delivery to the end: review where it is asked for, execution, conclusion. */
function ended(scene: Scene, trail: Trail, reply: Replied, canBeReviewed = false): void {
  const windowEnd = windowEndOf(scene, reply);
  const review = canBeReviewed && scene.category === 'APPEAL' ? reviewed(scene, trail, reply, windowEnd) : null;
  if (!review) return closed(scene, trail, reply, { at: reply.at, windowEnd });
  if (review.result !== 'REVOKED') return closed(scene, trail, reply, review);

  const handler = { by: `${reply.opinion.responsibleCode}/2`, organizationCode: reply.opinion.responsibleCode };
  const again = redone(scene, trail, handler, review.at);
  closed(scene, trail, again, { at: again.at, windowEnd: windowEndOf(scene, again) });
}

/** Until when a review can be asked for; a suggestion has none, and the window to rate stands in. */
export const windowEndOf = ({ city, category }: Scene, { sentAt, receivedAt }: Replied): number =>
  category === 'SUGGESTION'
    ? city.termEnds('RATING_WINDOW', sentAt)
    : city.termEnds('REVIEW_REQUEST_WINDOW', receivedAt);

function closed(scene: Scene, trail: Trail, { opinion }: Replied, { at, windowEnd }: Omit<Reviewed, 'result'>): void {
  const since = executed(scene, trail, opinion.items, at);
  if (windowEnd !== null)
    return concluded(scene, trail, { decided: opinion.decided, items: opinion.items, since, windowEnd });
  if (since < Infinity) trail.add(since, { kind: 'CONCLUDED', conclusionKind: 'RECHECK_FINAL' });
}
