import { localDate } from '@onevisit/calendar';
import { fail, ok, type Result } from '@onevisit/kernel';
import { checkedText } from '../../domain/sealed-text.ts';
import type { WrittenAction } from '../../domain/staff-suggestion.ts';
import type { ServiceTx } from '../operation.ts';

export type PlannedAction = Readonly<{ text: string; ownerId: string; dueOn: string }>;

const longestAction = 2_000;

type ActionRefusal = 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | 'OWNER_NOT_ON_STAFF' | 'DUE_IN_THE_PAST';

/** The action items of a decision, each with somebody on the staff and a day to come. */
export async function plannedActions(
  tx: ServiceTx,
  suggestionId: string,
  planned: readonly PlannedAction[],
): Promise<Result<readonly WrittenAction[], ActionRefusal>> {
  const today = localDate(tx.now).toString();
  const actions: WrittenAction[] = [];
  for (const { text, ownerId, dueOn } of planned) {
    const checked = checkedText('TEXT', text, longestAction);
    if (!checked.ok) return checked;
    if (dueOn < today) return fail('DUE_IN_THE_PAST');
    if (!(await tx.staff.find(ownerId))) return fail('OWNER_NOT_ON_STAFF');
    actions.push({ id: tx.newId(), suggestionId, text, ownerId, dueOn, doneAt: null, version: 1 });
  }
  return ok(actions);
}
