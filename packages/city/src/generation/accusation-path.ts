import { drawnFrom } from '../chance/draw.ts';
import { cityCode } from '../reference/area.ts';
import { between, justBefore, workingDaysAfter } from './office-time.ts';
import { actor, twoActors, type Scene } from './scene.ts';
import type { Trail } from './trail.ts';

/** 被反映单位: some department or office of the county, never the discipline organ itself. */
export const drawnRespondent = ({ random, countyCode }: Pick<Scene, 'random' | 'countyCode'>): string =>
  `${countyCode}-${drawnFrom(random, ['HOUS', 'NRES', 'AGRI', 'EDUC', 'CIVA', 'TRAN', 'UMGT', 'GOV'])}`;

/** T10 移交 by two of the city bureau, T10a 签收 by the discipline organ of the city. */
export function handedOver(scene: Scene, trail: Trail): void {
  const toCode = `${cityCode}-DISC`;
  const due = scene.city.termEnds('HANDOVER', scene.registeredAt);
  const at = between(scene, scene.registeredAt, justBefore(scene, due, scene.registeredAt), [0.2, 1]);
  trail.add(at, { kind: 'HANDED_OVER', ...twoActors(scene, `${cityCode}-LETT`, 'BUREAU'), toCode });
  const acknowledgedAt = workingDaysAfter(scene, at, 0.5, 7);
  trail.add(acknowledgedAt, { kind: 'HANDOVER_ACKNOWLEDGED', ...actor(scene, toCode, 'DISCIPLINE') });
  trail.add(acknowledgedAt, { kind: 'CONCLUDED', conclusionKind: 'ACCUSATION_HANDED_OVER' });
}
