import {
  lateByDays,
  localDate,
  planDeadline,
  planStatedDeadline,
  ruleFor,
  type DeadlinePlan,
} from '@onevisit/calendar';
import type { CaseFile } from './case-file.ts';
import { isWindow, type Deadline, type DeadlineState } from './deadline.ts';
import type { Organization } from './organization.ts';
import { taken } from './step.ts';

/** Where the terms (期限) of a case are not as their rules plan them, or not in the state that the time has brought. */
export function termFaults(
  file: CaseFile,
  until: Date,
  organizationOf: (id: string) => Organization,
): readonly string[] {
  const faults = file.deadlines.flatMap((deadline) =>
    [
      ...planFaults(deadline, organizationOf),
      ...stateFaults(deadline, until),
      ...failureFaults(deadline, file.failures),
    ].map((fault) => `${deadline.kind}: ${fault}`),
  );
  return [...faults, ...flagFaults(file)];
}

function planFaults(deadline: Deadline, organizationOf: (id: string) => Organization): readonly string[] {
  const plan = plannedAgain(deadline, organizationOf);
  if (!plan) return ['cannot be planned'];
  const pairs = {
    dueOn: [deadline.dueOn, plan.dueOn],
    dueAt: [deadline.dueAt.getTime(), plan.dueAt.getTime()],
    targetAt: [deadline.targetAt?.getTime(), plan.targetAt?.getTime()],
    amount: [deadline.amount, plan.amount],
    unit: [deadline.unit, plan.unit],
    ruleVersion: [deadline.ruleVersion, plan.ruleVersion],
    calendarVersion: [deadline.calendarVersion, plan.calendarVersion],
    isProvisional: [deadline.isProvisional, plan.provisional],
    basis: [deadline.basis, plan.basis],
  };
  return Object.entries(pairs)
    .filter(([, [stored, planned]]) => stored !== planned)
    .map(([field, [stored, planned]]) => `${field} is ${String(stored)}, planned is ${String(planned)}`);
}

function plannedAgain(
  { kind, startedAt, dueOn, amount, responsibleOrganizationId }: Deadline,
  organizationOf: (id: string) => Organization,
): DeadlinePlan | null {
  if (kind === 'REPORT_BACK' || (kind === 'EXECUTION' && amount === null))
    return planStatedDeadline(kind, startedAt, dueOn);
  const isOfCity = responsibleOrganizationId !== null && organizationOf(responsibleOrganizationId).level === 'CITY';
  const plan = planDeadline(kind, startedAt, kind === 'TRANSFER' ? { level: isOfCity ? 'CITY' : 'COUNTY' } : {});
  return plan.ok ? plan.value : null;
}

const stateFaults = (deadline: Deadline, until: Date): readonly string[] =>
  isInItsTime[deadline.state](deadline, until) ? [] : [`${deadline.state}, but not at its time`];

const isInItsTime: Readonly<Record<DeadlineState, (deadline: Deadline, until: Date) => boolean>> = {
  RUNNING: ({ dueAt, metAt }, until) => metAt === null && dueAt >= until,
  MET: (deadline) => deadline.lateByDays === 0 && (isOver(deadline) || latenessOf(deadline) === 0),
  MET_LATE: (deadline) => deadline.lateByDays > 0 && deadline.lateByDays === latenessOf(deadline),
  BREACHED: (deadline, until) => deadline.metAt === null && deadline.dueAt <= until && !isWindow(deadline),
  SUPERSEDED: () => true,
};

// Of a window nothing is owed: it merely ends.
const isOver = (deadline: Deadline): boolean =>
  isWindow(deadline) && deadline.metAt?.getTime() === deadline.dueAt.getTime();

const latenessOf = (deadline: Deadline): number | null =>
  deadline.metAt === null ? null : lateByDays(deadline, deadline.metAt);

/** Whoever owed what came late, or has not come, stands in the record of failures (失责事实). */
function failureFaults({ id, kind, startedAt, state }: Deadline, failures: CaseFile['failures']): readonly string[] {
  const { failureKind } = ruleFor(kind, localDate(startedAt));
  const isMissed = state === 'BREACHED' || state === 'MET_LATE';
  if (failureKind === null || !isMissed) return [];
  const recorded = failures.filter((failure) => failure.deadlineId === id && failure.kind === failureKind);
  return recorded.length === 1 ? [] : [`${recorded.length} failures of kind ${failureKind}`];
}

/** What the case says of its terms. */
function flagFaults(file: CaseFile): readonly string[] {
  const { nextDueAt, isOverdue } = taken(file).file.case;
  return [
    ...(isOverdue === file.case.isOverdue ? [] : [`overdue is ${file.case.isOverdue}`]),
    ...(nextDueAt?.getTime() === file.case.nextDueAt?.getTime()
      ? []
      : [`next due at ${file.case.nextDueAt?.toISOString() ?? 'no time'}`]),
  ];
}
