import { localDate } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import type { Campaign } from './campaign.ts';
import type { IndicatorDefinition } from './indicator-definition.ts';
import { valueOf, type IndicatorValue } from './indicator-value.ts';

/** 攻坚目标: a number, a plan and an owner (心中有数、手中有策、肩上有责). It is never softened afterwards. */
export type CampaignTarget = Readonly<{
  id: string;
  campaignId: string;
  organizationId: string;
  indicatorCode: string;
  /** 基期值, as it was when the target was set; null where nothing was counted yet. */
  baseline: number | null;
  target: number;
  plan: string;
  ownerId: string;
  setAt: Date;
  dueOn: string;
}>;

/** A target with the newest value that was frozen since it was set. */
export type TargetOnRecord = CampaignTarget & Readonly<{ latest: LatestValue | null }>;

/** What the ledger says of it. */
type LatestValue = Pick<IndicatorValue, 'code' | 'period' | 'numerator' | 'denominator'>;

/** 目标状态. */
export type TargetState = 'NOT_STARTED' | 'ON_TRACK' | 'AT_RISK' | 'MET' | 'MISSED';

const mostCharacters = 5000;

type Setting = Readonly<{
  target: CampaignTarget;
  campaign: Campaign;
  definition: IndicatorDefinition;
  /** What the rules that count today never aim at. */
  neverTargeted: readonly string[];
}>;

export type TargetRefusal =
  | 'WRONG_STATE'
  | 'INDICATOR_NEVER_TARGETED'
  | 'TARGET_OUT_OF_RANGE'
  | 'TARGET_NOT_BETTER'
  | 'PLAN_EMPTY'
  | 'PLAN_TOO_LONG'
  | 'DATE_OUT_OF_RANGE';

/** 设定目标: what is aimed at has to be a merit, to be reached while the campaign runs, and better than what is. */
export function targetSet({
  target,
  campaign,
  definition,
  neverTargeted,
}: Setting): Result<CampaignTarget, TargetRefusal> {
  if (campaign.state !== 'PLANNED' && campaign.state !== 'ACTIVE') return fail('WRONG_STATE');
  if (definition.direction === 'SHOWN' || neverTargeted.includes(definition.code))
    return fail('INDICATOR_NEVER_TARGETED');
  if (target.plan.trim() === '') return fail('PLAN_EMPTY');
  if (target.plan.length > mostCharacters) return fail('PLAN_TOO_LONG');
  if (target.target < 0 || (definition.unit === 'SHARE' && target.target > 1)) return fail('TARGET_OUT_OF_RANGE');
  if (target.baseline !== null && isReached(definition, target.target, target.baseline))
    return fail('TARGET_NOT_BETTER');
  const today = localDate(target.setAt).toString();
  const isInTime = target.dueOn > today && (campaign.endsOn === null || target.dueOn <= campaign.endsOn);
  return isInTime ? ok(target) : fail('DATE_OUT_OF_RANGE');
}

/** The value so far; null where nothing was counted since, or too little to say anything. */
export const currentOf = (definition: IndicatorDefinition, latest: LatestValue | null): number | null =>
  latest && latest.denominator >= definition.minimumDenominator ? valueOf(definition, latest) : null;

/** 目标状态 on that day, read from the ledger: nobody reports it. */
export function targetState(
  target: CampaignTarget,
  definition: IndicatorDefinition,
  { current, today }: Readonly<{ current: number | null; today: string }>,
): TargetState {
  if (current !== null && isReached(definition, target.target, current)) return 'MET';
  if (today > target.dueOn) return 'MISSED';
  if (current === null) return 'NOT_STARTED';
  return progressOf(target, current) >= elapsedOf(target, today) ? 'ON_TRACK' : 'AT_RISK';
}

const isReached = ({ direction }: IndicatorDefinition, target: number, value: number): boolean =>
  direction === 'LOWER' ? value <= target : value >= target;

/** How much of the way is made; none where nobody knows where it began. */
const progressOf = ({ baseline, target }: CampaignTarget, current: number): number =>
  baseline === null ? 0 : (current - baseline) / (target - baseline);

/** How much of the time is gone. */
function elapsedOf({ setAt, dueOn }: CampaignTarget, today: string): number {
  const start = localDate(setAt);
  return daysBetween(start, today) / daysBetween(start, dueOn);
}

const daysBetween = (start: Temporal.PlainDate, end: string): number => start.until(end).total('days');
