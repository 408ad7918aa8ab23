import { fail, ok, type Result } from '@onevisit/kernel';
import type { Act, CaseFile, ExecutionItem, Step } from './case-file.ts';
import { concludedIfOver, withoutConfirmation } from './conclusion.ts';
import { isPending, met, runningAgain, superseded } from './deadline.ts';
import { changing, fact, moved, taken, withDeadlines } from './step.ts';
import { checkedState } from './transition.ts';

/** 报告执行: by the obliged organization, also after the term has run out. */
export function executionReported(
  file: CaseFile,
  item: ExecutionItem,
  evidence: string,
  act: Act,
): Result<Step, 'WRONG_STATE' | 'NOT_THE_OBLIGOR'> {
  const state = checkedState(file.case.status, 'reportExecution');
  if (!state.ok) return state;
  if (act.organizationId !== item.obligorOrganizationId) return fail('NOT_THE_OBLIGOR');
  if (item.state === 'VERIFIED' || item.state === 'REPORTED') return fail('WRONG_STATE');

  const reported: ExecutionItem = { ...item, state: 'REPORTED', reportedAt: act.at, evidence };
  const told = fact(act, 'ExecutionReported', 'PETITIONER', { payload: { executionItemId: item.id } });
  return ok(taken(withItem(file, reported), told));
}

/** 核实执行: by another organization. When the last item is verified the case goes back to where it came from (T24). */
export function executionVerified(
  file: CaseFile,
  item: ExecutionItem,
  request: Readonly<{ isDone: boolean; findingSealed: string }>,
  act: Act,
): Result<Step, 'WRONG_STATE' | 'VERIFIER_IS_OBLIGOR'> {
  const state = checkedState(file.case.status, 'verifyExecution');
  if (!state.ok) return state;
  if (act.organizationId === item.obligorOrganizationId) return fail('VERIFIER_IS_OBLIGOR');
  if (item.state !== 'REPORTED' && item.state !== 'DISPUTED') return fail('WRONG_STATE');

  const verified: ExecutionItem = {
    ...item,
    state: request.isDone ? 'VERIFIED' : 'OPEN',
    verifiedAt: request.isDone ? act.at : null,
    verifiedByOrganizationId: act.organizationId,
    verificationFindingSealed: request.findingSealed,
  };
  const told = fact(act, request.isDone ? 'ExecutionVerified' : 'ExecutionNotVerified', 'PETITIONER', {
    payload: { executionItemId: item.id, verifiedByOrganizationId: act.organizationId },
  });
  const noted = withItem(file, verified);
  const looked = request.isDone ? itemMet(noted, item.id, act.at) : itemOwedAgain(noted, item.id, act);
  return ok(completed(taken(looked, told), act));
}

/**
 * 信访人确认或者否认执行. A dispute holds the case in execution until somebody else has looked again, and takes back
 * an acceptance of the result that has not taken effect yet.
 */
export function executionConfirmed(
  file: CaseFile,
  item: ExecutionItem,
  isDone: boolean,
  act: Act,
): Result<Step, 'WRONG_STATE'> {
  const state = checkedState(file.case.status, 'confirmExecution');
  if (!state.ok) return state;
  const isDisputable = item.state === 'REPORTED' || item.state === 'VERIFIED';
  if (!isDone && !isDisputable) return fail('WRONG_STATE');
  if (isDone && item.state !== 'VERIFIED' && item.state !== 'REPORTED' && item.state !== 'DISPUTED')
    return fail('WRONG_STATE');

  const said: ExecutionItem = {
    ...item,
    isPetitionerConfirmed: isDone,
    state: isDone ? stateAfterConfirming(item) : 'DISPUTED',
  };
  const told = fact(act, isDone ? 'ExecutionConfirmed' : 'ExecutionDisputed', 'PETITIONER', {
    payload: { executionItemId: item.id },
  });
  const step = taken(withItem(file, said), told);
  return ok(completed(isDone ? step : reopened(withoutConfirmation(step, act)), act));
}

/** T16 again: what was verified is disputed, so the case is in execution until somebody has looked. */
function reopened(step: Step): Step {
  const { file } = step;
  if (file.case.status !== 'DELIVERED') return step;
  return taken(moved(file, 'executionStarted', { returnTo: 'DELIVERED' }), ...step.facts);
}

// Taking a dispute back leaves what was reported still to be verified.
const stateAfterConfirming = ({ state }: ExecutionItem): ExecutionItem['state'] =>
  state === 'DISPUTED' ? 'REPORTED' : state;

/** T24: all items are verified and the petitioner disputes none. */
function completed(step: Step, act: Act): Step {
  const { file } = step;
  const isComplete = file.case.status === 'EXECUTING' && file.executionItems.every((item) => item.state === 'VERIFIED');
  if (!isComplete) return step;

  const bySystem = { ...act, staffId: null, organizationId: null };
  const told = fact(bySystem, 'ExecutionCompleted', 'PETITIONER');
  const back = moved(file, 'executionVerified', { returnTo: null });
  return concludedIfOver(taken(back, ...step.facts, told), bySystem);
}

const withItem = (file: CaseFile, changed: ExecutionItem): CaseFile => ({
  ...file,
  executionItems: file.executionItems.map((item) => (item.id === changed.id ? changed : item)),
});

const itemMet = (file: CaseFile, itemId: string, at: Date): CaseFile =>
  changing(file, (deadline) =>
    deadline.executionItemId === itemId && isPending(deadline) ? met(deadline, at) : deadline,
  );

/** What was taken for done was not: its term is back as it was, and runs until the same day. */
function itemOwedAgain(file: CaseFile, itemId: string, act: Act): CaseFile {
  const wronglyMet = file.deadlines.filter(
    (deadline) => deadline.executionItemId === itemId && (deadline.state === 'MET' || deadline.state === 'MET_LATE'),
  );
  const undone = changing(file, (deadline) => (wronglyMet.includes(deadline) ? superseded(deadline) : deadline));
  return withDeadlines(undone, ...wronglyMet.map((deadline) => runningAgain(deadline, act.newId())));
}
