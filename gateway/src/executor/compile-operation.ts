import type { GraphQLSchema } from 'graphql';
import type { Plan } from '../planner/plan.ts';
import { compilePlan, type PlanParts } from './compile-plan.ts';
import { compileIntrospection, type Introspect } from './introspection.ts';
import type { OperationFacts } from './operation-facts.ts';
import type { Step } from './run.ts';
import { compileShape } from './shape/compile-shape.ts';
import type { WriteObject } from './shape/write-object.ts';

/** An operation that is ready to run, any number of times. */
export type CompiledOperation<Context> = Readonly<{
  /** Gathers the data; null where no subgraph is asked. */
  gather: Step<Context> | null;
  introspect: Introspect;
  write: WriteObject;
}>;

export const compileOperation = <Context>(
  schema: GraphQLSchema,
  facts: OperationFacts,
  plan: Plan,
  parts: PlanParts<Context>,
): CompiledOperation<Context> => ({
  gather: compilePlan(plan, parts),
  introspect: compileIntrospection(schema, facts),
  write: compileShape(facts.operation, { schema, fragments: facts.fragments, clientNames: facts.clientNames }),
});
