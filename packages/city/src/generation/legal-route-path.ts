import { drawnFrom, drawnLognormal } from '../chance/draw.ts';
import type { LegalRoute } from '../reference/issue-type.ts';
import { issueTypeByCode } from '../reference/issue-types.ts';
import { deliverNotice, drawnNotice } from './admission-path.ts';
import { delivered, plannedDelivery } from './delivery.ts';
import { between, daysAfter, justBefore, workingDaysAfter } from './office-time.ts';
import { referredAgain, type Referred } from './referral-path.ts';
import { actor, type Scene } from './scene.ts';
import type { Trail } from './trail.ts';

const acceptedShare = 0.85;

/** 本机关的法定职责: no routing, the organization itself decides under the special law. */
const ownDuties: readonly LegalRoute[] = [
  'STATUTORY_DUTY',
  'INFO_DISCLOSURE',
  'ADMIN_ADJUDICATION',
  'ADMIN_CONFIRMATION',
  'ADMIN_LICENSING',
  'ADMIN_PENALTY',
];

const bodies: Readonly<Partial<Record<LegalRoute, string>>> = {
  LITIGATION: '有管辖权的人民法院',
  LABOR_ARBITRATION: '劳动人事争议仲裁委员会',
  OTHER_ARBITRATION: '农村土地承包仲裁委员会',
  ADMIN_RECONSIDERATION: '本级人民政府行政复议机构',
  POLICE_PROCEDURE: '有管辖权的公安机关',
};

/** T9 导入法定途径: the new referral where the other body did not take it in time, null where the way ends there. */
export function legallyRouted(scene: Scene, trail: Trail, referred: Referred): Referred | null {
  const route = drawnFrom(scene.random, issueTypeByCode.get(scene.issueTypeCode)?.legalRoutes ?? []);
  const isOwnDuty = ownDuties.includes(route);
  const notice = drawnNotice(scene, referred);
  const told = notice.isLate ? justBefore(scene, notice.due, referred.settledAt) : notice.at;
  const handler = actor(scene, referred.responsibleCode, 'HANDLER');
  const routedAt = trail.add(between(scene, referred.settledAt, told, [0.75, 0.98]), {
    kind: 'LEGALLY_ROUTED',
    ...handler,
    route,
    isOwnDuty,
    receivingBody: isOwnDuty ? '本机关' : (bodies[route] ?? '有权处理的机关'),
    limitationNote: '请注意法定时效，超过时效可能失去权利。',
  });
  deliverNotice(scene, trail, handler, told);
  return isOwnDuty ? ownOutcome(scene, trail, handler, told) : acknowledged(scene, trail, { handler, routedAt, told });
}

type Handler = ReturnType<typeof actor>;

/** T14'' 法定结果 of the organization's own. */
function ownOutcome(scene: Scene, trail: Trail, handler: Handler, since: number): null {
  const at = daysAfter(scene, since, Math.min(drawnLognormal(scene.random, 21, 0.5), 52));
  const issuedAt = trail.add(between(scene, since, at, [0.8, 0.95]), {
    kind: 'LEGAL_OUTCOME_ISSUED',
    ...actor(scene, handler.organizationCode, 'LEADER'),
    document: '履行法定职责情况告知书',
  });
  const planned = plannedDelivery(scene, at, [scene.city.termEnds('DELIVERY', issuedAt)]);
  delivered(scene, trail, handler, planned);
  const over = Math.max(scene.city.termEnds('RATING_WINDOW', planned.sentAt), planned.at);
  if (over < Infinity) trail.add(over, { kind: 'CONCLUDED', conclusionKind: 'LEGAL_ROUTE_COMPLETED' });
  return null;
}

type Routed = Readonly<{ handler: Handler; routedAt: number; told: number }>;

/** T9' 对接确认, or T9'' back where it was not taken. */
function acknowledged(scene: Scene, trail: Trail, { handler, routedAt, told }: Routed): Referred | null {
  const due = scene.city.termEnds('LEGAL_ACK', routedAt);
  if (scene.random() >= acceptedShare)
    return referredAgain(scene, trail, trail.add(due, { kind: 'LEGAL_ROUTE_LAPSED' }));

  const at = Math.min(workingDaysAfter(scene, told, 1, 8), justBefore(scene, due, told));
  trail.add(at, { kind: 'LEGAL_ROUTE_ACKNOWLEDGED', ...handler });
  trail.add(at, { kind: 'CONCLUDED', conclusionKind: 'LEGAL_ROUTE_ACCEPTED' });
  return null;
}
