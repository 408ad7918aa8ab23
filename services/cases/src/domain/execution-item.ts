import { localDate } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import type { Act, CaseFile, ExecutionItem, Step } from './case-file.ts';
import { isHandler } from './handling.ts';
import { isValidOn, type Organization } from './organization.ts';
import { scopesOf } from './scope.ts';
import { fact, taken, withScopes } from './step.ts';
import { checkedState } from './transition.ts';

/** 执行期限: sixty days at the most; it never moves. */
export const longestExecutionDays = 60;

export type ItemRefusal =
  | 'WRONG_STATE'
  | 'NOT_THE_HANDLER'
  | 'CLAIM_NOT_FOUND'
  | 'ORGANIZATION_NOT_FOUND'
  | 'DUE_DATE_NOT_VALID'
  | 'DUE_DATE_TOO_LATE';

/** 增加执行事项: from now on its obligor can find the case. */
export function executionItemAdded(
  file: CaseFile,
  {
    obligor,
    ...item
  }: Pick<ExecutionItem, 'claimId' | 'content' | 'amountFen' | 'dueOn'> & Readonly<{ obligor: Organization | null }>,
  act: Act,
): Result<Step, ItemRefusal> {
  const state = checkedState(file.case.status, 'addExecutionItem');
  if (!state.ok) return state;
  if (!isHandler(file, act)) return fail('NOT_THE_HANDLER');
  if (!file.claims.some(({ id }) => id === item.claimId)) return fail('CLAIM_NOT_FOUND');
  const today = localDate(act.at).toString();
  if (!obligor || !isValidOn(obligor, today)) return fail('ORGANIZATION_NOT_FOUND');
  if (item.dueOn < today) return fail('DUE_DATE_NOT_VALID');
  if (isTooLate(item, act.at)) return fail('DUE_DATE_TOO_LATE');

  const added: ExecutionItem = {
    ...item,
    id: act.newId(),
    caseId: file.case.id,
    obligorOrganizationId: obligor.id,
    state: 'OPEN',
    reportedAt: null,
    evidence: null,
    verifiedAt: null,
    verifiedByOrganizationId: null,
    verificationFindingSealed: null,
    isPetitionerConfirmed: null,
    version: 1,
  };
  const told = fact(act, 'ExecutionItemAdded', 'UNIT', {
    payload: { executionItemId: added.id, obligorOrganizationId: added.obligorOrganizationId, dueOn: added.dueOn },
  });
  const promised = { ...file, executionItems: [...file.executionItems, added] };
  return ok(taken(withScopes(promised, scopesOf(obligor)), told));
}

export const isTooLate = ({ dueOn }: Pick<ExecutionItem, 'dueOn'>, at: Date): boolean =>
  dueOn > localDate(at).add({ days: longestExecutionDays }).toString();
