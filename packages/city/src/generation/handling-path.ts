import { drawnBetween, drawnFrom } from '../chance/draw.ts';
import type { Admitted } from './admission-path.ts';
import { delivered, plannedDelivery } from './delivery.ts';
import { heardBetween } from './hearing.ts';
import { opinionSigned, type Opinion } from './opinion.ts';
import { drawnReplyDate, type Extension } from './reply-date.ts';
import { actor, type Scene } from './scene.ts';
import type { Trail } from './trail.ts';
import { between, workingDaysAfter } from './office-time.ts';

/** A petition whose opinion has been delivered. */
export type Replied = Readonly<{ opinion: Opinion; sentAt: number; receivedAt: number; at: number }>;

/** A petition in the hands of somebody: the reply is to be sent at `replyAt`, and its term ends at `due`. */
export type InHand = Readonly<{
  handler: ReturnType<typeof actor>;
  at: number;
  replyAt: number;
  due: number;
  extension: Extension | null;
}>;

/** T11 确定承办人, soon after the admission. */
export function takenInHand(scene: Scene, trail: Trail, admitted: Admitted): InHand {
  const { responsibleCode } = admitted;
  const drawn = drawnReplyDate(scene, admitted);
  const handler = actor(scene, responsibleCode, 'HANDLER');
  const at = Math.min(
    workingDaysAfter(scene, admitted.at, 0.05, 1.3),
    between(scene, admitted.at, drawn.at, [0.15, 0.25]),
  );
  trail.add(at, { kind: 'HANDLER_ASSIGNED', ...actor(scene, responsibleCode, 'LEADER'), handler: handler.by });
  const earliest = workingDaysAfter(scene, Math.max(at, admitted.noticeAt), 0.3, 0.9);
  return { ...drawn, handler, at, replyAt: Math.max(drawn.at, earliest) };
}

/** 听取、起草、签发、送达 within the time that there is. */
export function replied(scene: Scene, trail: Trail, inHand: InHand): Replied {
  const dates = writingDates(scene, inHand);
  heardBetween(scene, trail, inHand.handler, [inHand.at, dates.draftedAt]);
  return repliedOn(scene, trail, inHand, dates);
}

type WritingDates = Readonly<{ draftedAt: number; signedAt: number }>;

/** 起草、签发、送达 on these dates. */
export function repliedOn(scene: Scene, trail: Trail, inHand: InHand, dates: WritingDates): Replied {
  const { handler, replyAt, due, extension } = inHand;
  if (extension) extended(scene, trail, handler, { ...extension, at: Math.min(extension.at, dates.draftedAt) });
  const opinion = opinionSigned(scene, trail, handler, dates);
  const planned = plannedDelivery(scene, replyAt, [due, scene.city.termEnds('DELIVERY', dates.signedAt)]);
  return { opinion, ...planned, at: delivered(scene, trail, handler, planned) };
}

const reasons = ['案情复杂，需要委托鉴定', '涉及多个部门，需要会商', '需要查找历史档案', '需要再次听取双方意见'];

/** T13 延期, by the head, who is not the handler; the petitioner is told at once. */
function extended(scene: Scene, trail: Trail, { organizationCode }: InHand['handler'], { days, at }: Extension): void {
  trail.add(at, {
    kind: 'EXTENDED',
    ...actor(scene, organizationCode, 'LEADER'),
    days,
    reason: drawnFrom(scene.random, reasons),
    petitionerNotifiedAt: new Date(at),
  });
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
