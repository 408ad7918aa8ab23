import { drawnBetween, drawnFrom } from '../chance/draw.ts';
import { drawnName } from '../chance/drawn-name.ts';
import { createWheel } from '../chance/wheel.ts';
import type { DeliveryMethod } from '../history/step.ts';
import { townshipsOf } from '../reference/area.ts';
import type { actor, Scene } from './scene.ts';
import type { Trail } from './trail.ts';

const methods = createWheel<DeliveryMethod>([
  ['DIRECT', 0.42],
  ['ELECTRONIC', 0.33],
  ['POST', 0.2],
  ['LEAVE', 0.03],
  ['ENTRUST', 0.02],
]);

/** Working days between the act of delivery and the record that it has arrived. */
const waits: Readonly<Record<DeliveryMethod, readonly [number, number]>> = {
  DIRECT: [0, 0],
  ELECTRONIC: [0.02, 0.9],
  POST: [1.5, 3.5],
  LEAVE: [0, 0],
  ENTRUST: [0, 0],
};

/** 送达凭证. */
export const proofs: Readonly<Record<DeliveryMethod, string>> = {
  DIRECT: '送达回证（本人签收）',
  ELECTRONIC: '电子送达阅读记录',
  POST: '挂号信签收回执',
  LEAVE: '留置送达记录（两名见证人签名）',
  ENTRUST: '委托送达回证（两名见证人签名）',
};

/** 送达 as it will be recorded at one instant. */
export type PlannedDelivery = Readonly<{ method: DeliveryMethod; sentAt: number; receivedAt: number; at: number }>;

/**
 * How what is sent at that instant gets to the petitioner. Nobody takes a slow way whose proof would come back only
 * after a term that is still kept.
 */
export function plannedDelivery({ city, random }: Scene, sentAt: number, ends: readonly number[]): PlannedDelivery {
  const method = methods.draw(random);
  const [least, most] = waits[method];
  const at = city.days.instantOf(city.days.officeTimeOf(sentAt) + drawnBetween(random, least, most));
  const isTooSlow = ends.some((end) => sentAt < end && at >= end);
  if (most === 0 || isTooSlow)
    return { method: most === 0 ? method : 'DIRECT', sentAt, receivedAt: sentAt, at: sentAt };
  return { method, sentAt, receivedAt: Math.floor(sentAt + (at - sentAt) * drawnBetween(random, 0.3, 0.9)), at };
}

/** Records the delivery. */
export const delivered = (
  scene: Scene,
  trail: Trail,
  handler: ReturnType<typeof actor>,
  { method, sentAt, receivedAt, at }: PlannedDelivery,
): number =>
  trail.add(at, {
    kind: 'DELIVERED',
    ...handler,
    method,
    deliveredAt: new Date(sentAt),
    receivedAt: new Date(receivedAt),
    proofReference: proofs[method],
    witnesses: method === 'LEAVE' || method === 'ENTRUST' ? drawnWitnesses(scene) : [],
  });

/** Two, from offices that have nothing to do with it. */
const drawnWitnesses = ({ random, countyCode }: Scene) =>
  [0, 1].map(() => ({
    name: drawnName(random),
    organizationCode: `${drawnFrom(random, townshipsOf(countyCode)).code}-LETT`,
  }));
