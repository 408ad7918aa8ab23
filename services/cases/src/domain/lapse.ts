import { ok, type Result } from '@onevisit/kernel';
import { deemedAdmitted } from './admission.ts';
import { breached } from './breach.ts';
import type { Act, CaseFile, Step } from './case-file.ts';
import { competenceLapsed } from './competence.ts';
import { concludedIfOver } from './conclusion.ts';
import { contestLapsed, nonAdmissionStood } from './contest.ts';
import { isRunning, isWindow, lapsed, type Deadline } from './deadline.ts';
import { objectionLapsed } from './objection.ts';
import { changing, taken } from './step.ts';
import { transitionOf } from './transition.ts';

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
  if (isWindow(deadline)) {
    const over = changing(file, (other) => (other.id === deadlineId ? lapsed(other) : other));
    return ok(nonAdmissionStood(concludedIfOver(taken(over), act), act));
  }
  const breach = breached(file, deadline, act);
  const consequence = consequenceOf(breach.file, deadline, noticeNo, act);
  return consequence.ok ? ok(taken(consequence.value.file, ...breach.facts, ...consequence.value.facts)) : consequence;
}

/** What silence means, where the rule of the term says so. */
function consequenceOf(
  file: CaseFile,
  deadline: Deadline,
  noticeNo: string,
  act: Act,
): Result<Step, 'CALENDAR_NOT_PUBLISHED'> {
  if (deadline.kind === 'EXECUTION') return ok(defaulted(file, deadline));
  if (deadline.kind === 'OBJECTION_RULING') return ok(objectionLapsed(file, act));
  if (deadline.kind === 'CONTEST_RULING') return contestLapsed(file, act);
  if (deadline.kind === 'COMPETENCE_RULING') return competenceLapsed(file, act);
  if (deadline.kind === 'ADMISSION_NOTICE' && isDeemable(file)) return deemedAdmitted(file, noticeNo, act);
  return ok(taken(file));
}

const isDeemable = (file: CaseFile): boolean =>
  transitionOf('deemedAdmission').from?.includes(file.case.status) ?? false;

function defaulted(file: CaseFile, deadline: Deadline): Step {
  const executionItems = file.executionItems.map((item) =>
    item.id === deadline.executionItemId && item.state === 'OPEN' ? { ...item, state: 'DEFAULTED' as const } : item,
  );
  return taken({ ...file, executionItems });
}
