import { fail, ok, type Result } from '@onevisit/kernel';
import type { Act, CaseFile, ExecutionItem, Step } from './case-file.ts';
import { concludedIfOver } from './conclusion.ts';
import { isPending, met } from './deadline.ts';
import { changing, fact, moved, taken } from './step.ts';
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
  request: Readonly<{ isDone: boolean; finding: string }>,
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
    verificationFinding: request.finding,
  };
  const told = fact(act, request.isDone ? 'ExecutionVerified' : 'ExecutionNotVerified', 'PETITIONER', {
    payload: { executionItemId: item.id, verifiedByOrganizationId: act.organizationId },
  });
  const looked = request.isDone ? itemMet(withItem(file, verified), item.id, act.at) : withItem(file, verified);
  return ok(completed(taken(looked, told), act));
}

/** 信访人确认或者否认执行. A dispute holds the case in execution until somebody else has looked again. */
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
  return ok(completed(reopened(taken(withItem(file, said), told)), act));
}

/** T16 again: what was verified is disputed, so the case is in execution until somebody has looked. */
function reopened(step: Step): Step {
  const { file } = step;
  const isDisputed = file.executionItems.some(({ state }) => state === 'DISPUTED');
  if (file.case.status !== 'DELIVERED' || !isDisputed) return step;
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
