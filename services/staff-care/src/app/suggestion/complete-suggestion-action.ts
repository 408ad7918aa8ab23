import { command, fail, ok } from '@onevisit/kernel';
import { advanced } from '../../domain/staff-suggestion.ts';
import type { ServiceTx } from '../operation.ts';
import { lockToDecide } from './lock-suggestion.ts';

type Request = Readonly<{
  suggestionId: string;
  actionId: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 落实事项办结: with the last of them the suggestion is done. */
export const completeSuggestionAction = command(
  'completeSuggestionAction',
  'suggestion:decide',
  async (tx: ServiceTx, request: Request) => {
    const current = await lockToDecide(tx, request);
    if (!current.ok) return current;

    const actions = await tx.suggestions.actionsOf(current.value.id);
    const action = actions.find(({ id }) => id === request.actionId);
    if (!action) return fail('ACTION_NOT_FOUND');
    if (action.doneAt !== null) return fail('ALREADY_DONE');

    const left = actions.filter(({ id, doneAt }) => doneAt === null && id !== action.id).length;
    await tx.suggestions.completeAction(action, tx.now);
    await tx.suggestions.update(current.value, advanced(current.value, left));
    return ok({ suggestionId: request.suggestionId });
  },
);
