import {
  lateByDays,
  planDeadline,
  planStatedDeadline,
  ruleFor,
  localDate,
  type DeadlineKind,
  type DeadlinePlan,
  type PlannedKind,
  type PlanOptions,
  type StatedKind,
  type TermUnit,
} from '@onevisit/calendar';
import { ok, type Result } from '@onevisit/kernel';

export type DeadlineState = 'RUNNING' | 'MET' | 'MET_LATE' | 'BREACHED' | 'SUPERSEDED';

/** 期限: owed by an organization, or a window of the petitioner's own where that is null. */
export type Deadline = Readonly<{
  id: string;
  caseId: string;
  kind: DeadlineKind;
  responsibleOrganizationId: string | null;
  /** The execution item that an EXECUTION term belongs to. */
  executionItemId: string | null;
  startedAt: Date;
  dueOn: string;
  dueAt: Date;
  targetAt: Date | null;
  amount: number | null;
  unit: TermUnit;
  ruleVersion: string;
  calendarVersion: string | null;
  isProvisional: boolean;
  basis: string;
  state: DeadlineState;
  metAt: Date | null;
  lateByDays: number;
  version: number;
}>;

/** What a term belongs to. */
export type DeadlineSubject = Readonly<{
  id: string;
  caseId: string;
  responsibleOrganizationId: string | null;
  executionItemId?: string;
}>;

/** A term that starts at that instant and ends as its rule says. */
export function started(
  subject: DeadlineSubject,
  kind: PlannedKind,
  at: Date,
  options: PlanOptions = {},
): Result<Deadline, 'CALENDAR_NOT_PUBLISHED'> {
  const plan = planDeadline(kind, at, options);
  return plan.ok ? ok(running(subject, plan.value)) : plan;
}

/** A term whose last day the document itself states. */
export const startedUntil = (subject: DeadlineSubject, kind: StatedKind, at: Date, dueOn: string): Deadline =>
  running(subject, planStatedDeadline(kind, at, dueOn));

const running = (subject: DeadlineSubject, plan: DeadlinePlan): Deadline => ({
  id: subject.id,
  caseId: subject.caseId,
  kind: plan.kind,
  responsibleOrganizationId: subject.responsibleOrganizationId,
  executionItemId: subject.executionItemId ?? null,
  startedAt: plan.startedAt,
  dueOn: plan.dueOn,
  dueAt: plan.dueAt,
  targetAt: plan.targetAt,
  amount: plan.amount,
  unit: plan.unit,
  ruleVersion: plan.ruleVersion,
  calendarVersion: plan.calendarVersion,
  isProvisional: plan.provisional,
  basis: plan.basis,
  state: 'RUNNING',
  metAt: null,
  lateByDays: 0,
  version: 1,
});

/** What was owed has been done; late is late, and stays in the record as late. */
export function met(deadline: Deadline, at: Date): Deadline {
  const late = lateByDays(deadline, at);
  return { ...deadline, state: late > 0 ? 'MET_LATE' : 'MET', metAt: at, lateByDays: late };
}

/** The term ran out and what was owed has not been done. A window is merely over. */
export const lapsed = (deadline: Deadline): Deadline =>
  isWindow(deadline)
    ? { ...deadline, state: 'MET', metAt: deadline.dueAt }
    : { ...deadline, state: 'BREACHED', lateByDays: 1 };

/** Replaced by another term, or without object since the case has ended; it stays in the record. */
export const superseded = (deadline: Deadline): Deadline => ({ ...deadline, state: 'SUPERSEDED' });

/** The same term in the place of one that was taken for met. */
export const runningAgain = (deadline: Deadline, id: string): Deadline => ({
  ...deadline,
  id,
  state: 'RUNNING',
  metAt: null,
  lateByDays: 0,
  version: 1,
});

export const isRunning = ({ state }: Pick<Deadline, 'state'>): boolean => state === 'RUNNING';

/** Not yet done, in time or late. */
export const isPending = ({ state }: Pick<Deadline, 'state'>): boolean => state === 'RUNNING' || state === 'BREACHED';

/** A time in which something may be done and nothing is owed: the petitioner's own windows, and the unit's to object. */
export const isWindow = ({ kind, responsibleOrganizationId }: Pick<Deadline, 'kind' | 'responsibleOrganizationId'>) =>
  responsibleOrganizationId === null || kind === 'OBJECTION';

/** A norm of service has a target and no legal term: missing it is no failure (FIRST_CONTACT). */
export const isNormOnly = ({ kind, startedAt }: Pick<Deadline, 'kind' | 'startedAt'>): boolean => {
  const rule = ruleFor(kind, localDate(startedAt));
  return rule.amount === null && rule.target !== null;
};

/** Whether running out of it makes the case overdue: an organization owes it by law or by product rule. */
export const isOwed = (deadline: Deadline): boolean => !isWindow(deadline) && !isNormOnly(deadline);
