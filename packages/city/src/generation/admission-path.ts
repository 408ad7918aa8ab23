import { drawnLognormal } from '../chance/draw.ts';
import { proofs } from './delivery.ts';
import { between, daysAfter, justBefore, workingDaysAfter } from './office-time.ts';
import type { Referred } from './referral-path.ts';
import { actor, type Scene } from './scene.ts';
import type { Trail } from './trail.ts';

/** A petition that is admitted: the handling term runs from `handlingFrom`; the notice may come later. */
export type Admitted = Readonly<{ responsibleCode: string; at: number; handlingFrom: number; noticeAt: number }>;

/** Of notices that would come too late, how many do; the others are hurried. */
const breachShare = 0.39;

/** When the notice reaches the petitioner, and when its term ends. */
export type Notice = Readonly<{ at: number; due: number; isLate: boolean }>;

/** 受理告知: about six days after the referral, seldom too late. */
export function drawnNotice(scene: Scene, { at: referredAt, settledAt }: Referred): Notice {
  const due = scene.city.termEnds('ADMISSION_NOTICE', referredAt, { startsAt: 'REFERRAL_ISSUED' });
  const wanted = daysAfter(scene, referredAt, drawnLognormal(scene.random, 6, 0.6));
  const drawn = wanted > settledAt ? wanted : workingDaysAfter(scene, settledAt, 0.3, 2);
  if (drawn < due) return { at: drawn, due, isLate: false };
  if (scene.random() >= breachShare) return { at: justBefore(scene, due, settledAt), due, isLate: false };
  return { at: workingDaysAfter(scene, due, 0.3, 7), due, isLate: true };
}

/** T6 受理 with its notice, or T6' 视为受理 where the notice did not come in time. */
export function admittedAfter(scene: Scene, trail: Trail, referred: Referred): Admitted {
  const { responsibleCode } = referred;
  const notice = drawnNotice(scene, referred);
  const handler = actor(scene, responsibleCode, 'HANDLER');
  const decidedAt = notice.isLate
    ? trail.add(notice.due, { kind: 'DEEMED_ADMITTED' })
    : trail.add(between(scene, referred.settledAt, notice.at, [0.75, 0.98]), {
        kind: 'ADMITTED',
        ...handler,
        legalBasis: '《信访工作条例》第二十三条',
      });
  return {
    noticeAt: deliverNotice(scene, trail, handler, notice.at),
    responsibleCode,
    at: decidedAt,
    handlingFrom: notice.isLate ? referred.at : decidedAt,
  };
}

/** 送达告知. */
export function deliverNotice(scene: Scene, trail: Trail, handler: ReturnType<typeof actor>, at: number): number {
  const method = scene.random() < 0.6 ? 'ELECTRONIC' : 'DIRECT';
  return trail.add(at, {
    kind: 'NOTICE_DELIVERED',
    ...handler,
    method,
    deliveredAt: new Date(at),
    proofReference: proofs[method],
  });
}
