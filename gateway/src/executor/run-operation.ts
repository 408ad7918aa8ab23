import type { CompiledOperation } from './compile-operation.ts';
import { ResponseText } from './response-text.ts';
import type { Run } from './run.ts';
import type { Writing } from './shape/written.ts';
import type { Variables } from './variables.ts';

/** With what an operation runs this time. */
export type RunInput<Context> = Readonly<{ context: Context; sent: Variables; variables: Variables }>;

/** The result of one run, as a gateway hands it to Apollo Server. */
export type RunResult = Readonly<{
  data: ResponseText | null;
  errors?: Run<unknown>['errors'];
  extensions?: Readonly<{ valueCompletion: Run<unknown>['errors'] }>;
}>;

/** Gathers the data of an operation and writes its answer. */
export async function runOperation<Context>(
  { gather, introspect, write }: CompiledOperation<Context>,
  { context, sent, variables }: RunInput<Context>,
): Promise<RunResult> {
  const run: Run<Context> = { context, data: {}, errors: [], sent, variables };
  await gather?.(run);

  // What failed on the way has left gaps, and was reported; only gaps that nothing explains are told of.
  const faults = run.errors.length === 0 ? [] : null;
  const writing: Writing = { variables, path: [], depth: -1, faults, introspected: introspect(sent) };
  const written = write(run.data, writing);
  return {
    data: typeof written === 'string' ? new ResponseText(written) : null,
    ...(run.errors.length > 0 && { errors: run.errors }),
    ...(faults?.length && { extensions: { valueCompletion: faults } }),
  };
}
