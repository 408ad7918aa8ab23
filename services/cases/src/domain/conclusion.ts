import { daysLater } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import type { Act, CaseFile, ResultConfirmation, Step } from './case-file.ts';
import type { ConclusionKind } from './case.ts';
import { isRunning, superseded } from './deadline.ts';
import { changing, fact, moved, taken } from './step.ts';
import { checkedState } from './transition.ts';

/** 认可生效期: until then it can be taken back. */
export const revocableDays = 3;
/** No confirmation within a day of a talk with staff: nobody signs under the eyes of whom the matter is about. */
export const quietHours = 24;

const hour = 3_600_000;

export type ConfirmRefusal =
  | 'WRONG_STATE'
  | 'EXECUTION_NOT_VERIFIED'
  | 'EXECUTION_NOT_CONFIRMED'
  | 'TOO_SOON_AFTER_STAFF_CONTACT'
  | 'ALREADY_CONFIRMED';

/** T22 信访人认可: takes effect after three days. */
export function resultConfirmed(file: CaseFile, act: Act): Result<Step, ConfirmRefusal> {
  const refusal = confirmRefusal(file, act);
  if (refusal) return fail(refusal);

  const confirmation: ResultConfirmation = {
    id: act.newId(),
    caseId: file.case.id,
    confirmedAt: act.at,
    takesEffectAt: daysLater(act.at, revocableDays),
    state: 'PENDING',
    version: 1,
  };
  const told = fact(act, 'ResultConfirmed', 'PETITIONER', { payload: { confirmationId: confirmation.id } });
  return ok(taken({ ...file, confirmations: [...file.confirmations, confirmation] }, told));
}

function confirmRefusal(file: CaseFile, act: Act): ConfirmRefusal | null {
  const state = checkedState(file.case.status, 'confirmResult');
  if (!state.ok) return state.reason;
  if (pendingConfirmation(file)) return 'ALREADY_CONFIRMED';
  if (file.executionItems.some((item) => item.state !== 'VERIFIED')) return 'EXECUTION_NOT_VERIFIED';
  if (file.executionItems.some((item) => item.isPetitionerConfirmed !== true)) return 'EXECUTION_NOT_CONFIRMED';
  const { staffContactAt } = file.case;
  const isQuiet = staffContactAt === null || act.at.getTime() - staffContactAt.getTime() >= quietHours * hour;
  return isQuiet ? null : 'TOO_SOON_AFTER_STAFF_CONTACT';
}

/** 撤回认可. */
export function confirmationRevoked(file: CaseFile, act: Act): Result<Step, 'WRONG_STATE' | 'NOTHING_TO_REVOKE'> {
  const state = checkedState(file.case.status, 'revokeConfirmation');
  if (!state.ok) return state;
  if (!pendingConfirmation(file)) return fail('NOTHING_TO_REVOKE');
  // The window may have run out while the confirmation was waiting.
  const revoked = withoutConfirmation(taken(file), act);
  return ok(concludedIfOver(revoked, { ...act, staffId: null, organizationId: null }));
}

/** The step with the confirmation that was waiting taken back; the step itself where there is none. */
export function withoutConfirmation(step: Step, act: Act): Step {
  const pending = pendingConfirmation(step.file);
  if (!pending) return step;
  const told = fact(act, 'ConfirmationRevoked', 'PETITIONER', { payload: { confirmationId: pending.id } });
  return taken(withConfirmation(step.file, { ...pending, state: 'REVOKED' }), ...step.facts, told);
}

/** The three days are over and nobody took it back. */
export function confirmationEffective(file: CaseFile, act: Act): Result<Step, 'WRONG_STATE' | 'NOTHING_TO_REVOKE'> {
  const state = checkedState(file.case.status, 'confirmationEffective');
  if (!state.ok) return state;
  const pending = pendingConfirmation(file);
  if (!pending) return fail('NOTHING_TO_REVOKE');
  const confirmed = withConfirmation(file, { ...pending, state: 'EFFECTIVE' });
  return ok(concluded(taken(confirmed), 'PETITIONER_CONFIRMED', act));
}

/** T23 逾期未申请复查: the window has run out and nothing else is open. */
export function concludedIfOver(step: Step, act: Act): Step {
  const { file } = step;
  const windows = file.deadlines.filter(({ kind }) => kind === 'REVIEW_REQUEST_WINDOW' || kind === 'RATING_WINDOW');
  const isOver = windows.length > 0 && !windows.some((window) => isBlocking(window, file));
  return file.case.status === 'DELIVERED' && isOver && !pendingConfirmation(file)
    ? concluded(step, 'REVIEW_WINDOW_LAPSED', act)
    : step;
}

// Where a review can be asked for, that window decides; a suggestion has none, and its rating window stands in.
const isBlocking = (window: CaseFile['deadlines'][number], file: CaseFile): boolean =>
  isRunning(window) &&
  (window.kind === 'REVIEW_REQUEST_WINDOW' || !file.deadlines.some(({ kind }) => kind === 'REVIEW_REQUEST_WINDOW'));

function concluded(step: Step, kind: ConclusionKind, act: Act): Step {
  const verb = kind === 'PETITIONER_CONFIRMED' ? 'confirmationEffective' : 'windowLapsed';
  const ended = moved(step.file, verb, { conclusionKind: kind, concludedAt: act.at, returnTo: null });
  const told = fact(act, 'CaseConcluded', 'PETITIONER', { payload: { conclusionKind: kind } });
  // What still runs has lost its object; what was breached stays breached.
  const still = changing(ended, (deadline) => (isRunning(deadline) ? superseded(deadline) : deadline));
  return taken(still, ...step.facts, told);
}

export const pendingConfirmation = (file: CaseFile): ResultConfirmation | null =>
  file.confirmations.find(({ state }) => state === 'PENDING') ?? null;

const withConfirmation = (file: CaseFile, changed: ResultConfirmation): CaseFile => ({
  ...file,
  confirmations: file.confirmations.map((confirmation) => (confirmation.id === changed.id ? changed : confirmation)),
});
