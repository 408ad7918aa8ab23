import { command, ok } from '@onevisit/kernel';
import { staffSuggestionPromoted } from '../../domain/staff-suggestion.events.ts';
import { promoted } from '../../domain/staff-suggestion.ts';
import type { ServiceTx } from '../operation.ts';
import { lockToDecide } from './lock-suggestion.ts';

type Request = Readonly<{
  suggestionId: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 转为创新项目: the innovators learn that there is an idea, and not whose. */
export const promoteStaffSuggestion = command(
  'promoteStaffSuggestion',
  'suggestion:decide',
  async (tx: ServiceTx, request: Request) => {
    const current = await lockToDecide(tx, request);
    if (!current.ok) return current;

    const outcome = promoted(current.value, tx.now);
    if (!outcome.ok) return outcome;

    tx.emit(staffSuggestionPromoted(await tx.suggestions.update(current.value, outcome.value)));
    return ok({ suggestionId: request.suggestionId });
  },
);
