import { command, ok } from '@onevisit/kernel';
import { read } from '../../domain/staff-suggestion.ts';
import type { ServiceTx } from '../operation.ts';
import { lockToDecide } from './lock-suggestion.ts';

type Request = Readonly<{
  suggestionId: string;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;

/** 阅知干部建议: its author sees that it was. */
export const readStaffSuggestion = command(
  'readStaffSuggestion',
  'suggestion:decide',
  async (tx: ServiceTx, request: Request) => {
    const current = await lockToDecide(tx, request);
    if (!current.ok) return current;

    const outcome = read(current.value);
    if (!outcome.ok) return outcome;

    await tx.suggestions.update(current.value, outcome.value);
    return ok({ suggestionId: request.suggestionId });
  },
);
