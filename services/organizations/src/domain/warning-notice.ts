import { dueDate, localDate, officialCalendars, startOfDay } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import type { RaisedLevel } from './scoring/rule-set-document.ts';
import type { ScoreLevel } from './scoring/score.ts';

/** 预警通知状态. */
export type WarningState = 'ISSUED' | 'ACKNOWLEDGED' | 'RECTIFYING' | 'CLEARED' | 'ESCALATED' | 'WITHDRAWN';

/** 预警通知: what a unit is told when its score, or a fact, calls for it. */
export type WarningNotice = Readonly<{
  id: string;
  version: number;
  organizationId: string;
  unitScoreId: string;
  level: RaisedLevel;
  /** Places in the rule set of the conditions that are met. */
  triggers: readonly string[];
  state: WarningState;
  issuedAt: Date;
  /** When the unit has to have answered; from then on it is escalated. Null where nothing is waited for. */
  dueAt: Date | null;
  acknowledgedAt: Date | null;
  /** 整改方案. */
  plan: string | null;
  rectifyBy: string | null;
  /** 整改凭证. */
  evidence: string | null;
  closedAt: Date | null;
}>;

const acknowledgeWorkdays = 3;
const planWorkdays = 10;
const rectifyDays = 30;
const mostCharacters = 5000;

type Issue = Readonly<{
  id: string;
  organizationId: string;
  unitScoreId: string;
  level: ScoreLevel;
  triggers: readonly string[];
  at: Date;
}>;

/** 发出预警; null where the level calls for none, or the days cannot be counted yet. */
export function issued({ level, at, ...issue }: Issue): WarningNotice | null {
  const dueAt = endOfWorkdays(at, acknowledgeWorkdays);
  if (level === 'GREEN' || !dueAt.ok) return null;
  return {
    ...issue,
    level,
    version: 1,
    state: 'ISSUED',
    issuedAt: at,
    dueAt: dueAt.value,
    acknowledgedAt: null,
    plan: null,
    rectifyBy: null,
    evidence: null,
    closedAt: null,
  };
}

type Refusal = 'WRONG_STATE' | 'CALENDAR_NOT_PUBLISHED';

/** 签收: the unit's head has taken note; a plan is due in ten working days. */
export function acknowledged(warning: WarningNotice, at: Date): Result<WarningNotice, Refusal> {
  if (warning.state !== 'ISSUED') return fail('WRONG_STATE');
  const dueAt = endOfWorkdays(at, planWorkdays);
  return dueAt.ok ? ok({ ...warning, state: 'ACKNOWLEDGED', acknowledgedAt: at, dueAt: dueAt.value }) : dueAt;
}

type Plan = Readonly<{ plan: string; rectifyBy: string }>;

/** 整改方案: what will be put right, in thirty days at most. */
export function planned(
  warning: WarningNotice,
  { plan, rectifyBy }: Plan,
  at: Date,
): Result<WarningNotice, 'WRONG_STATE' | 'PLAN_EMPTY' | 'PLAN_TOO_LONG' | 'DATE_OUT_OF_RANGE'> {
  if (warning.state !== 'ACKNOWLEDGED') return fail('WRONG_STATE');
  if (plan.trim() === '') return fail('PLAN_EMPTY');
  if (plan.length > mostCharacters) return fail('PLAN_TOO_LONG');
  const today = localDate(at);
  if (rectifyBy <= today.toString() || rectifyBy > today.add({ days: rectifyDays }).toString())
    return fail('DATE_OUT_OF_RANGE');
  const dueAt = startOfDay(Temporal.PlainDate.from(rectifyBy).add({ days: 1 }));
  return ok({ ...warning, state: 'RECTIFYING', plan, rectifyBy, dueAt });
}

/** 销号: what was wrong is put right, and there is evidence. */
export function cleared(
  warning: WarningNotice,
  evidence: string,
  at: Date,
): Result<WarningNotice, 'WRONG_STATE' | 'EVIDENCE_EMPTY' | 'EVIDENCE_TOO_LONG'> {
  if (warning.state !== 'RECTIFYING' && warning.state !== 'ESCALATED') return fail('WRONG_STATE');
  if (evidence.trim() === '') return fail('EVIDENCE_EMPTY');
  if (evidence.length > mostCharacters) return fail('EVIDENCE_TOO_LONG');
  return ok({ ...warning, state: 'CLEARED', evidence, dueAt: null, closedAt: at });
}

/** 升级: a term ran out without an answer. RED, and proposed to the joint conference. */
export const escalated = (warning: WarningNotice): WarningNotice => ({
  ...warning,
  state: 'ESCALATED',
  level: 'RED',
  dueAt: null,
});

/** 撤回: the score that it rested on was taken back by a panel. */
export const withdrawn = (warning: WarningNotice, at: Date): WarningNotice => ({
  ...warning,
  state: 'WITHDRAWN',
  dueAt: null,
  closedAt: at,
});

export const isOpen = ({ state }: WarningNotice): boolean => state !== 'CLEARED' && state !== 'WITHDRAWN';

/** The first instant after so many working days. */
export function endOfWorkdays(at: Date, amount: number): Result<Date, 'CALENDAR_NOT_PUBLISHED'> {
  const end = dueDate(officialCalendars, { start: localDate(at), amount, unit: 'WORKDAY', roll: 'NONE' });
  return end.ok ? ok(startOfDay(end.value.dueOn.add({ days: 1 }))) : end;
}
