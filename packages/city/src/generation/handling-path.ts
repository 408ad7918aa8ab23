import { drawnBetween } from '../chance/draw.ts';
import type { Admitted } from './admission-path.ts';
import { delivered, plannedDelivery } from './delivery.ts';
import { heardBetween } from './hearing.ts';
import { opinionSigned, type Opinion } from './opinion.ts';
import { drawnReplyDate } from './reply-date.ts';
import { actor, type Scene } from './scene.ts';
import type { Trail } from './trail.ts';
import { workingDaysAfter } from './office-time.ts';

/** A petition whose opinion has been delivered. */
export type Replied = Readonly<{ opinion: Opinion; sentAt: number; receivedAt: number; at: number }>;

/** A petition in the hands of somebody: the reply is to be sent at `replyAt`, and its term ends at `due`. */
export type InHand = Readonly<{ handler: ReturnType<typeof actor>; at: number; replyAt: number; due: number }>;

/** T11 确定承办人, soon after the admission. */
export function takenInHand(scene: Scene, trail: Trail, admitted: Admitted): InHand {
  const { responsibleCode } = admitted;
  const drawn = drawnReplyDate(scene, trail, admitted);
  const handler = actor(scene, responsibleCode, 'HANDLER');
  const soon = Math.floor(admitted.at + (drawn.at - admitted.at) * 0.2);
  const at = Math.min(workingDaysAfter(scene, admitted.at, 0.05, 1.3), soon);
  trail.add(at, { kind: 'HANDLER_ASSIGNED', ...actor(scene, responsibleCode, 'LEADER'), handler: handler.by });
  return { handler, at, replyAt: Math.max(drawn.at, workingDaysAfter(scene, at, 0.3, 0.9)), due: drawn.due };
}

/** 听取、起草、签发、送达 within the time that there is. */
export function replied(scene: Scene, trail: Trail, inHand: InHand): Replied {
  const dates = writingDates(scene, inHand);
  heardBetween(scene, trail, inHand.handler, [inHand.at, dates.draftedAt]);
  return repliedOn(scene, trail, inHand, dates);
}

type WritingDates = Readonly<{ draftedAt: number; signedAt: number }>;

/** 起草、签发、送达 on these dates. */
export function repliedOn(scene: Scene, trail: Trail, { handler, replyAt, due }: InHand, dates: WritingDates): Replied {
  const opinion = opinionSigned(scene, trail, handler, dates);
  const planned = plannedDelivery(scene, replyAt, [due, scene.city.termEnds('DELIVERY', dates.signedAt)]);
  return { opinion, ...planned, at: delivered(scene, trail, handler, planned) };
}

/** Written in the last days before it is sent, in less where there is less. */
export function writingDates({ city, random }: Scene, { at, replyAt }: InHand): WritingDates {
  const { officeTimeOf, instantOf } = city.days;
  const end = officeTimeOf(replyAt);
  const length = end - officeTimeOf(at);
  const isSlow = random() < 0.03;
  const wait = isSlow ? drawnBetween(random, 4, 7) : drawnBetween(random, 0.05, 2.2);
  const signed = end - Math.min(wait, length * 0.25);
  const drafted = signed - Math.min(drawnBetween(random, 0.2, 3), length * 0.25);
  return { draftedAt: instantOf(drafted), signedAt: instantOf(signed) };
}
