import { startOfDay } from '@onevisit/calendar';
import { staff } from '../reference/staff-list.ts';
import { drawnFrom } from '../chance/draw.ts';
import { millisecondsADay } from './city-days.ts';
import { between } from './office-time.ts';
import type { Scene } from './scene.ts';
import type { Trail } from './trail.ts';

const invitedShare = 0.14;
const consentedShare = 0.61;
const agreedShare = 0.68;
const performedShare = 0.93;
const daysToPerform = 30;

const mediators = staff.filter(({ roles }) => roles.includes('MEDIATOR'));

/** GOES_ON: the reply is still to come. PERFORMED: the matter is over. Otherwise when the agreement was broken. */
export type Mediated = 'GOES_ON' | 'PERFORMED' | Readonly<{ defaultedAt: number }>;

/** 调解 between the hearing and the draft; the handling term runs on meanwhile. */
export function mediated(scene: Scene, trail: Trail, [from, to]: readonly [number, number]): Mediated {
  if (scene.random() >= invitedShare) return 'GOES_ON';

  const { code: by, organizationCode } = drawnFrom(scene.random, mediatorsFor(scene));
  const mediator = { by, organizationCode };
  trail.add(between(scene, from, to, [0.02, 0.2]), { kind: 'MEDIATION_INVITED', ...mediator });
  const isConsented = scene.random() < consentedShare;
  trail.add(between(scene, from, to, [0.25, 0.4]), { kind: 'MEDIATION_ANSWERED', isConsented });
  if (!isConsented) return 'GOES_ON';

  const at = between(scene, from, to, [0.5, 0.95]);
  const isAgreed = scene.random() < agreedShare;
  const dueOn = scene.city.days.dayAt(at + daysToPerform * millisecondsADay).date;
  trail.add(at, {
    kind: 'MEDIATION_ENDED',
    ...mediator,
    isAgreed,
    agreement: isAgreed ? '双方按约定的金额和日期履行，各自承担已经发生的费用。' : null,
    performanceDueOn: isAgreed ? dueOn : null,
  });
  return isAgreed ? performed(scene, trail, mediator, { at, dueOn }) : 'GOES_ON';
}

const mediatorsFor = ({ countyCode }: Scene) => {
  const near = mediators.filter(({ organizationCode }) => organizationCode.startsWith(countyCode));
  return near.length > 0 ? near : mediators;
};

type Agreement = Readonly<{ at: number; dueOn: string }>;

function performed(
  scene: Scene,
  trail: Trail,
  mediator: Readonly<{ by: string; organizationCode: string }>,
  { at, dueOn }: Agreement,
): Mediated {
  const due = startOfDay(Temporal.PlainDate.from(dueOn)).getTime() + millisecondsADay;
  if (scene.random() >= performedShare) return { defaultedAt: trail.add(due, { kind: 'MEDIATION_DEFAULTED' }) };

  const performedAt = trail.add(between(scene, at, due, [0.2, 0.9]), { kind: 'MEDIATION_PERFORMED', ...mediator });
  trail.add(performedAt, { kind: 'CONCLUDED', conclusionKind: 'MEDIATED_PERFORMED' });
  return 'PERFORMED';
}
