import { ok, type Result } from '@onevisit/kernel';
import { breached } from './breach.ts';
import type { Act, CaseFile, Step } from './case-file.ts';
import { runningAgain, started, superseded, type Deadline } from './deadline.ts';
import { changing, taken, withDeadlines } from './step.ts';

/**
 * 重新转送: the transfer that was taken for met was not. Its term is back with the day that it always had, so that no
 * bounce gains a day, and two working days are left to pass the case on.
 */
export function transferRunningAgain(step: Step, act: Act): Result<Step, 'CALENDAR_NOT_PUBLISHED'> {
  const transfer = lastTransfer(step.file);
  const waiting = toBeReferredAgain(step, act);
  // What came late stands as late already: one lateness is one failure.
  if (!waiting.ok || transfer?.state !== 'MET') return waiting;
  const restored = withTransferAgain(waiting.value.file, transfer, act);
  return ok(taken(restored.file, ...step.facts, ...restored.facts));
}

/** Two working days to pass the case on once more, for the bureau that had to pass it on before. */
export function toBeReferredAgain(step: Step, act: Act): Result<Step, 'CALENDAR_NOT_PUBLISHED'> {
  const { file, facts } = step;
  const responsibleOrganizationId = lastTransfer(file)?.responsibleOrganizationId ?? act.organizationId;
  const owner = { id: act.newId(), caseId: file.case.id, responsibleOrganizationId };
  const again = started(owner, 'RE_REFERRAL', act.at);
  return again.ok ? ok(taken(withDeadlines(file, again.value), ...facts)) : again;
}

const lastTransfer = ({ deadlines }: CaseFile): Deadline | null =>
  deadlines.findLast(({ kind }) => kind === 'TRANSFER') ?? null;

function withTransferAgain(file: CaseFile, transfer: Deadline, act: Act): Step {
  const again = runningAgain(transfer, act.newId());
  const undone = changing(file, (deadline) => (deadline.id === transfer.id ? superseded(deadline) : deadline));
  const restored = withDeadlines(undone, again);
  return again.dueAt <= act.at ? breached(restored, again, act) : { file: restored, facts: [] };
}
