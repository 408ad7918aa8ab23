import { countFetches, type Plan } from '../planner/plan.ts';
import { plannedOperation, type KnownConditions } from '../planner/planned-operation.ts';
import { UnknownInPlanError, type Planner } from '../planner/planner.ts';
import { compileOperation, type CompiledOperation } from './compile-operation.ts';
import type { ExecutorEvents } from './executor-events.ts';
import type { GraphState } from './graph-state.ts';
import type { HandOverReason } from './handed-over.ts';
import type { OperationFacts } from './operation-facts.ts';
import type { Variables } from './variables.ts';

/** Ours to run, or why it is not. */
type Ready<Context> = CompiledOperation<Context> | HandOverReason;

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
      const known = plans.get(key);
      if (known) return known;
      const ready = compiled(facts, knownConditions(conditions, values), state, events);
      plans.set(key, ready);
      ready.catch(() => plans.delete(key));
      return ready;
    },
  };
}

const knownConditions = (names: readonly string[], values: readonly boolean[]): KnownConditions =>
  Object.fromEntries(names.map((name, at) => [name, values[at] === true]));

async function compiled<Context>(
  facts: OperationFacts,
  conditions: KnownConditions,
  { apiSchema, planner, types, clients }: GraphState<Context>,
  events: ExecutorEvents<Context>,
): Promise<Ready<Context>> {
  if (facts.handOver) return facts.handOver;
  try {
    const plan = await planned(facts, conditions, planner, events);
    const entityHidden = events.entityHidden ?? (() => undefined);
    return compileOperation(apiSchema, facts, plan, { types, clients, entityHidden });
  } catch (error) {
    if (error instanceof UnknownInPlanError) return 'UNKNOWN_IN_PLAN';
    throw error;
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
