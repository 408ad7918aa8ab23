import { countFetches, type Plan } from '../planner/plan.ts';
import { plannedOperation, type KnownConditions } from '../planner/planned-operation.ts';
import { UnknownInPlanError, type Planner } from '../planner/planner.ts';
import { compileOperation, type CompiledOperation } from './compile-operation.ts';
import type { ExecutorEvents } from './executor-events.ts';
import type { GraphState } from './graph-state.ts';
import type { HandOverReason } from './handed-over.ts';
import type { OperationFacts } from './operation-facts.ts';
import type { Variables } from './variables.ts';

/** Ours to run, Apollo's, or nobody's: what cannot be planned now can't be later. */
type Ready<Context> =
  | Readonly<{ kind: 'COMPILED'; compiled: CompiledOperation<Context> }>
  | Readonly<{ kind: 'HANDED_OVER'; reason: HandOverReason }>
  | Readonly<{ kind: 'NOT_PLANNED'; cause: unknown }>;

/** An operation of this graph that has been looked at. */
export type PreparedOperation<Context> = Readonly<{
  facts: OperationFacts;
  /** Planned and compiled the first time it runs with these values of its conditions. */
  ready: (variables: Variables) => Promise<Ready<Context>>;
}>;

export function prepareOperation<Context>(
  facts: OperationFacts,
  state: GraphState<Context>,
  events: ExecutorEvents<Context>,
): PreparedOperation<Context> {
  const plans = new Map<string, Promise<Ready<Context>>>();
  const conditions = facts.conditions.length <= state.mostConditions ? facts.conditions : [];
  return {
    facts,
    ready: (variables) => {
      const values = conditions.map((name) => variables[name] === true);
      const key = String(values);
      const ready = plans.get(key) ?? prepared(facts, knownConditions(conditions, values), state, events);
      plans.set(key, ready);
      return ready;
    },
  };
}

const knownConditions = (names: readonly string[], values: readonly boolean[]): KnownConditions =>
  Object.fromEntries(names.map((name, at) => [name, values[at] === true]));

async function prepared<Context>(
  facts: OperationFacts,
  conditions: KnownConditions,
  { apiSchema, planner, types, clients }: GraphState<Context>,
  events: ExecutorEvents<Context>,
): Promise<Ready<Context>> {
  if (facts.handOver) return { kind: 'HANDED_OVER', reason: facts.handOver };
  try {
    const plan = await planned(facts, conditions, planner, events);
    const entityHidden = events.entityHidden ?? (() => undefined);
    const parts = { types, clients, clientNames: facts.clientNames, entityHidden };
    return { kind: 'COMPILED', compiled: compileOperation(apiSchema, facts, plan, parts) };
  } catch (cause) {
    if (cause instanceof UnknownInPlanError) return { kind: 'HANDED_OVER', reason: 'UNKNOWN_IN_PLAN' };
    return { kind: 'NOT_PLANNED', cause };
  }
}

async function planned<Context>(
  facts: OperationFacts,
  conditions: KnownConditions,
  planner: Planner,
  events: ExecutorEvents<Context>,
): Promise<Plan> {
  if (facts.data.length === 0) return { node: null };
  const started = performance.now();
  const { plan, planner: by } = await planner.plan(plannedOperation(facts.operation, facts.fragments, conditions));
  const milliseconds = performance.now() - started;
  events.planned?.({ planner: by, milliseconds, fetches: countFetches(plan.node) });
  return plan;
}
