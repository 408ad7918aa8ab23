import { getVariableValues, GraphQLError, type GraphQLSchema } from 'graphql';
import { admitAll, type Admit } from './admission.ts';
import type { ExecutorEvents } from './executor-events.ts';
import type { GraphState } from './graph-state.ts';
import type { GatewayExecutor, GatewayRequest, GatewayResult } from './inner-gateway.ts';
import { factsOf } from './operation-facts.ts';
import { prepareOperation, type PreparedOperation } from './prepared-operation.ts';
import { runOperation } from './run-operation.ts';

export type ExecutorOptions<Context> = Readonly<{
  admit?: Admit<Context> | undefined;
  events?: ExecutorEvents<Context> | undefined;
}>;

/** The executor that Apollo Server calls for each operation that is valid for a graph. */
export function createExecutor<Context>(
  stateOf: (schema: GraphQLSchema) => GraphState<Context> | undefined,
  apolloExecutor: GatewayExecutor,
  { admit = admitAll, events = {} }: ExecutorOptions<Context>,
): GatewayExecutor {
  return async (request) => {
    const state = stateOf(request.schema);
    if (!state) throw new Error('The graph of this operation is not loaded');
    const context = request.context as Context;
    const { facts, ready } = preparedIn(state, request, events);

    const refusals = admit(facts, context);
    if (refusals.length > 0) return { errors: refusals };
    const sent = request.request.variables ?? {};
    const { coerced, errors } = getVariableValues(state.apiSchema, facts.operation.variableDefinitions ?? [], sent);
    if (errors) return { errors };

    const operation = await ready(coerced);
    events.ran?.(operation.kind === 'HANDED_OVER' ? operation.reason : operation.kind);
    if (operation.kind === 'HANDED_OVER') return apolloExecutor(request);
    if (operation.kind === 'NOT_PLANNED') return { data: null, errors: [notPlanned(operation.cause)] };
    const result = await runOperation(operation.compiled, { context, sent, variables: coerced });
    events.ended?.(context);
    return result as GatewayResult;
  };
}

/** Says nothing of the planner's reasons: they name subgraphs, and fields that are not for clients. */
const notPlanned = (cause: unknown): GraphQLError =>
  new GraphQLError('The operation cannot be planned.', { originalError: cause instanceof Error ? cause : null });

/** The operation as this graph knows it; what is known falls with the graph. */
function preparedIn<Context>(
  state: GraphState<Context>,
  { queryHash, document, operation }: GatewayRequest,
  events: ExecutorEvents<Context>,
): PreparedOperation<Context> {
  const key = `${queryHash} ${operation.name?.value ?? ''}`;
  const known = state.operations.get(key);
  if (known) return known;
  const prepared = prepareOperation(
    factsOf({ schema: state.apiSchema, isReserved: state.isReserved }, document, operation),
    state,
    events,
  );
  state.operations.set(key, prepared);
  return prepared;
}
