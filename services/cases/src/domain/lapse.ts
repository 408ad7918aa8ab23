import { localDate, ruleFor } from '@onevisit/calendar';
import { ok, type Result } from '@onevisit/kernel';
import { deemedAdmitted } from './admission.ts';
import type { Act, CaseFile, FailureSeverity, ServiceFailure, ServiceFailureKind, Step } from './case-file.ts';
import { concludedIfOver } from './conclusion.ts';
import { isNormOnly, isRunning, isWindow, lapsed, type Deadline } from './deadline.ts';
import { changing, fact, taken } from './step.ts';
import { transitionOf } from './transition.ts';

/** 严重程度 of the pure facts of time. */
const severities: Readonly<Record<ServiceFailureKind, FailureSeverity>> = {
  LATE_TRANSFER: 'MINOR',
  LATE_ADMISSION_NOTICE: 'MINOR',
  LATE_REPLY: 'MINOR',
  REPLY_NOT_DELIVERED: 'MINOR',
  NOT_EXECUTED: 'MAJOR',
};

const isCaseFailure = (kind: string): kind is ServiceFailureKind => kind in severities;

/**
 * A running term has reached its end: by itself, with a handler or without. It stands in the record against the
 * organization, and where the law says what silence means, that happens too. Null where it is no longer running.
 */
export function deadlineLapsed(
  file: CaseFile,
  deadlineId: string,
  noticeNo: string,
  act: Act,
): Result<Step | null, 'CALENDAR_NOT_PUBLISHED'> {
  const deadline = file.deadlines.find(({ id }) => id === deadlineId);
  if (!deadline || !isRunning(deadline) || deadline.dueAt > act.at) return ok(null);

  const over = changing(file, (other) => (other.id === deadlineId ? lapsed(other) : other));
  if (isWindow(deadline)) return ok(concludedIfOver(taken(over), act));

  const breached = taken(withFailure(over, deadline, act), ...breachFacts(deadline, act));
  if (deadline.kind === 'EXECUTION') return ok(defaulted(breached, deadline));
  if (deadline.kind !== 'ADMISSION_NOTICE' || !isDeemable(file)) return ok(breached);

  const deemed = deemedAdmitted(breached.file, noticeNo, act);
  return deemed.ok ? ok(taken(deemed.value.file, ...breached.facts, ...deemed.value.facts)) : deemed;
}

const isDeemable = (file: CaseFile): boolean =>
  transitionOf('deemedAdmission').from?.includes(file.case.status) ?? false;

const breachFacts = (deadline: Deadline, act: Act) =>
  isNormOnly(deadline)
    ? []
    : [
        fact(act, 'DeadlineBreached', 'PETITIONER', {
          payload: {
            deadlineId: deadline.id,
            kind: deadline.kind,
            organizationId: deadline.responsibleOrganizationId,
          },
        }),
      ];

function withFailure(file: CaseFile, deadline: Deadline, act: Act): CaseFile {
  const { failureKind } = ruleFor(deadline.kind, localDate(deadline.startedAt));
  const organizationId = deadline.responsibleOrganizationId;
  if (!failureKind || !isCaseFailure(failureKind) || organizationId === null) return file;

  const failure: ServiceFailure = {
    id: act.newId(),
    caseId: file.case.id,
    kind: failureKind,
    severity: severities[failureKind],
    organizationId,
    deadlineId: deadline.id,
    occurredAt: deadline.dueAt,
    detectedBy: 'SYSTEM',
    state: 'CONFIRMED',
  };
  return { ...file, failures: [...file.failures, failure] };
}

function defaulted(step: Step, deadline: Deadline): Step {
  const executionItems = step.file.executionItems.map((item) =>
    item.id === deadline.executionItemId && item.state === 'OPEN' ? { ...item, state: 'DEFAULTED' as const } : item,
  );
  return { ...step, file: { ...step.file, executionItems } };
}
