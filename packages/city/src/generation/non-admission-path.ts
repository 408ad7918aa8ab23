import { drawnNotice, deliverNotice } from './admission-path.ts';
import { atHomeAfter, between, justBefore } from './office-time.ts';
import { referredAgain, type Referred } from './referral-path.ts';
import { actor, type Scene } from './scene.ts';
import type { Trail } from './trail.ts';

const contestedShare = 0.12;
const upheldShare = 0.2;

/** T7 不予受理 by two people, T8 异议 and its ruling: the new referral where it was wrong, null where it stood. */
export function notAdmitted(scene: Scene, trail: Trail, referred: Referred): Referred | null {
  const notice = drawnNotice(scene, referred);
  const told = notice.isLate ? justBefore(scene, notice.due, referred.settledAt) : notice.at;
  const handler = actor(scene, referred.responsibleCode, 'HANDLER');
  trail.add(between(scene, referred.settledAt, told, [0.75, 0.98]), {
    kind: 'NOT_ADMITTED',
    ...handler,
    reasonCode: scene.random() < 0.8 ? 'NO_CONCRETE_MATTER' : 'FINAL_SAME_FACTS',
    legalBasis: '《信访工作条例》第二十三条、第三十六条',
    guidance: '补充具体事实和请求后可以在任何一个信访窗口重新提出；不服的可以在十五日内提出异议。',
    secondPerson: actor(scene, referred.responsibleCode, 'LEADER').by,
  });
  deliverNotice(scene, trail, handler, told);
  return contested(scene, trail, told);
}

function contested(scene: Scene, trail: Trail, toldAt: number): Referred | null {
  const windowEnd = scene.city.termEnds('CONTEST_WINDOW', toldAt);
  const contestedAt = atHomeAfter(scene, toldAt, 1, 12);
  if (scene.random() >= contestedShare || contestedAt >= windowEnd) return stood(trail, windowEnd);

  trail.add(contestedAt, { kind: 'CONTESTED', grounds: '事项具体，已经提交材料，请求依法受理。' });
  const ruledAt = justBefore(scene, scene.city.termEnds('CONTEST_RULING', contestedAt), contestedAt, 6);
  const isUpheld = scene.random() < upheldShare;
  trail.add(ruledAt, {
    kind: 'CONTEST_RULED',
    ...actor(scene, '990100-LETT-SUPERVISION', 'SUPERVISOR'),
    ruling: isUpheld ? 'UPHELD' : 'REJECTED',
  });
  return isUpheld ? referredAgain(scene, trail, ruledAt) : stood(trail, Math.max(windowEnd, ruledAt));
}

function stood(trail: Trail, at: number): null {
  if (at < Infinity) trail.add(at, { kind: 'CONCLUDED', conclusionKind: 'NON_ADMISSION_STOOD' });
  return null;
}
