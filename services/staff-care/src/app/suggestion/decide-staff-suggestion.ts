import { command, ok } from '@onevisit/kernel';
import { checkedText } from '../../domain/sealed-text.ts';
import { checkedActions, decided, weighed, type Weighing } from '../../domain/staff-suggestion.ts';
import type { ServiceTx } from '../operation.ts';
import { lockToDecide } from './lock-suggestion.ts';
import { plannedActions, type PlannedAction } from './planned-actions.ts';

type Request = Omit<Weighing, 'hindrance'> &
  Readonly<{
    suggestionId: string;
    hindrance?: Weighing['hindrance'] | undefined;
    explanation: string;
    actions: readonly PlannedAction[];
    expectedVersion?: number | null | undefined;
    idempotencyKey?: string | null | undefined;
  }>;

/** 决定干部建议: by its benefit to the work and to unity, always with an explanation. */
export const decideStaffSuggestion = command(
  'decideStaffSuggestion',
  'suggestion:decide',
  async (tx: ServiceTx, request: Request) => {
    const { suggestionId, benefitsWork, benefitsUnity, hindrance = null, outcome } = request;
    const current = await lockToDecide(tx, request);
    if (!current.ok) return current;
    const next = decided(current.value, outcome);
    if (!next.ok) return next;

    const weighing = weighed({ benefitsWork, benefitsUnity, hindrance, outcome });
    if (!weighing.ok) return weighing;
    const explanation = checkedText('EXPLANATION', request.explanation);
    if (!explanation.ok) return explanation;
    const count = checkedActions(outcome, request.actions.length);
    if (!count.ok) return count;
    const actions = await plannedActions(tx, suggestionId, request.actions);
    if (!actions.ok) return actions;

    const by = { id: tx.newId(), suggestionId, decidedBy: tx.viewer.id, decidedAt: tx.now };
    const decision = { ...by, benefitsWork, benefitsUnity, hindrance, outcome, explanation: explanation.value };
    await tx.suggestions.addDecision(decision, actions.value);
    await tx.suggestions.update(current.value, next.value);
    return ok({ suggestionId });
  },
);
