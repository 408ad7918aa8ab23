import type { GraphQLError } from 'graphql';
import type { JsonObject } from './json-object.ts';
import type { Variables } from './variables.ts';

/** One run of an operation. */
export type Run<Context> = Readonly<{
  context: Context;
  /** All that has been fetched so far; fetches add to it. */
  data: JsonObject;
  /** What went wrong on the way. */
  errors: GraphQLError[];
  /** As the client sent them: subgraphs coerce them by their own types. */
  sent: Variables;
  /** Coerced, with defaults. */
  variables: Variables;
}>;

/** A compiled part of a plan. */
export type Step<Context> = (run: Run<Context>) => Promise<void> | undefined;
