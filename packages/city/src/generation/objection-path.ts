import { between, workingDaysAfter } from './office-time.ts';
import { bureauOf, referral, referred, referredAgain, wrongResponsibleCode, type Referred } from './referral-path.ts';
import { actor, type Scene } from './scene.ts';
import type { Trail } from './trail.ts';

const wrongShare = 0.07;
const upheldShare = 0.55;
const secondShare = 0.06;

/** 转送, and 异议 where the first referral went to the wrong organization (T3 to T5). */
export function referredWithObjections(scene: Scene, trail: Trail): Referred {
  if (scene.random() >= wrongShare) return referred(scene, trail);

  const wrong = referred(scene, trail, wrongResponsibleCode(scene));
  const ruled = objection(scene, trail, wrong, scene.random() < upheldShare);
  if (!ruled.isUpheld) return { ...wrong, settledAt: ruled.at };
  if (scene.random() >= secondShare) return referredAgain(scene, trail, ruled.at);

  // A second objection that is upheld would be a dispute about competence: here the referral stands.
  const again = referral(scene, trail, workingDaysAfter(scene, ruled.at, 0.1, 1.8), wrongResponsibleCode(scene));
  return { ...again, settledAt: objection(scene, trail, again, false).at };
}

/** T4 提出异议 in five working days, T5 核实 in three, and both while there is time left for the notice. */
function objection(scene: Scene, trail: Trail, { responsibleCode, at: referredAt }: Referred, isUpheld: boolean) {
  const { termEnds } = scene.city;
  const notice = termEnds('ADMISSION_NOTICE', referredAt, { startsAt: 'REFERRAL_ISSUED' });
  const end = Math.min(termEnds('OBJECTION', referredAt), notice);
  const at = trail.add(between(scene, referredAt, end, [0.15, 0.6]), {
    kind: 'OBJECTION_RAISED',
    ...actor(scene, responsibleCode, 'HANDLER'),
    reason: '该事项的职责不在本单位，建议转送有权处理的机关。',
    proposedCode: `${scene.countyCode}-${scene.functionCode}`,
  });
  const ruledAt = between(scene, at, Math.min(termEnds('OBJECTION_RULING', at), notice), [0.2, 0.75]);
  trail.add(ruledAt, {
    kind: 'OBJECTION_RULED',
    ...actor(scene, bureauOf(scene), 'BUREAU'),
    ruling: isUpheld ? 'UPHELD' : 'REJECTED',
  });
  return { isUpheld, at: ruledAt };
}
