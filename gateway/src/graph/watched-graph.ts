import { randomUUID } from 'node:crypto';
import { countStatements } from '@onevisit/data';
import { graphError, type ErrorLog } from '@onevisit/subgraph';
import { GraphQLError } from 'graphql';
import type { FetchContext } from '../sources/subgraph-source.ts';
import type { GatewayInterface } from './graph-gateway.ts';
import { hasHiddenEntities } from './hidden-entities.ts';

type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;
type ExecutionResult = Awaited<ReturnType<Executor>>;

export type Watch = Readonly<{
  /** Shows developers how many SQL statements an operation took, as `extensions.sql`. */
  showsStatements: boolean;
  log: ErrorLog;
}>;

/** What holds for every operation, whichever executor runs it: statements counted, broken contracts told. */
export function watchedGraph(gateway: GatewayInterface, watch: Watch): GatewayInterface {
  return {
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: executor && watchedExecutor(executor, watch) };
    },
    onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
    stop: () => gateway.stop(),
  };
}

const watchedExecutor =
  (execute: Executor, { showsStatements, log }: Watch): Executor =>
  async (request) => {
    // oxlint-disable-next-line typescript/no-unnecessary-condition -- Apollo Server leaves it out where none was found
    if (!request.operation) return { errors: [new GraphQLError('Name the operation of the document that is to run.')] };
    const { value, statements } = await countStatements(() => execute(request));
    const result = withBrokenContracts(value, hasHiddenEntities(request.context as FetchContext), log);
    return showsStatements ? { ...result, extensions: { ...result.extensions, sql: statements } } : result;
  };

/**
 * A subgraph that answers null where its own schema promises a value would leave a silent gap: Apollo's gateway writes
 * it down beside the answer only. Here it becomes an error of its place.
 */
function withBrokenContracts(result: ExecutionResult, isHiding: boolean, log: ErrorLog): ExecutionResult {
  const { valueCompletion, ...extensions } = result.extensions ?? {};
  if (!Array.isArray(valueCompletion)) return result;
  const gaps = isHiding ? [] : valueCompletion.filter((gap: unknown) => gap instanceof GraphQLError);
  const errors = [...(result.errors ?? []), ...gaps.map((gap) => asViolation(gap, log))];
  return { ...(result.data !== undefined && { data: result.data }), ...(errors.length > 0 && { errors }), extensions };
}

function asViolation(gap: GraphQLError, log: ErrorLog): GraphQLError {
  const errorId = randomUUID();
  log(gap, errorId);
  const { message, extensions } = graphError('SUBGRAPH_CONTRACT_VIOLATION');
  return new GraphQLError(message, { path: gap.path ?? null, extensions: { ...extensions, errorId } });
}
