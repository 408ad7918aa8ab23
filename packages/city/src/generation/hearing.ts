import { createWheel } from '../chance/wheel.ts';
import { heardText } from '../text/opinion-text.ts';
import type { actor, Scene } from './scene.ts';
import type { Trail } from './trail.ts';

type Mode = 'FACE' | 'PHONE' | 'VIDEO' | 'WRITTEN';

const modes = createWheel<Mode>([
  ['FACE', 0.45],
  ['PHONE', 0.35],
  ['VIDEO', 0.12],
  ['WRITTEN', 0.08],
]);

const unreachedShare = 0.03;
const workingDaysForAttempts = 6;

/** 听取陈述 between two instants: once, or tried three times on different days. Tells when it was done. */
export function heardBetween(
  scene: Scene,
  trail: Trail,
  handler: ReturnType<typeof actor>,
  [from, to]: readonly [number, number],
): number {
  const { days } = scene.city;
  const start = days.officeTimeOf(from);
  const length = days.officeTimeOf(to) - start;
  const isReached = length < workingDaysForAttempts || scene.random() >= unreachedShare;
  const at = (part: number): number => days.instantOf(start + length * part);
  if (isReached) return heard(scene, trail, handler, at(0.1 + 0.35 * scene.random()));

  const attempts = (['PHONE', 'FACE', 'PHONE'] as const).map((mode, place) =>
    notReached(trail, handler, at(0.1 + 0.2 * place), mode),
  );
  return Math.max(...attempts);
}

function heard(scene: Scene, trail: Trail, handler: ReturnType<typeof actor>, at: number): number {
  const mode = modes.draw(scene.random);
  const isSigned = mode === 'FACE' || mode === 'WRITTEN';
  return trail.add(at, {
    kind: 'HEARD',
    ...handler,
    outcome: 'HEARD',
    mode,
    heardAt: new Date(at),
    summary: heardText(scene.random),
    acknowledgementReference: isSigned ? '听取陈述记录（本人签名）' : null,
    recordingReference: isSigned ? null : '听取陈述录音录像',
  });
}

const notReached = (trail: Trail, handler: ReturnType<typeof actor>, at: number, mode: Mode): number =>
  trail.add(at, {
    kind: 'HEARD',
    ...handler,
    outcome: 'NOT_REACHED',
    mode,
    heardAt: new Date(at),
    summary: null,
    acknowledgementReference: null,
    recordingReference: null,
  });
