import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { fromApolloPlan } from './apollo-plan.ts';
import { apolloSupergraph } from './apollo-supergraph.ts';
import { documentOf } from './planned-operation.ts';
import type { Planner } from './planner.ts';

/** Fields that several subgraphs share multiply the plans there are; this many are weighed at most. */
export const mostEvaluatedPlans = 1_000;

/** Apollo's own planner; it plans synchronously, in JavaScript. */
export function apolloPlanner(sdl: string): Planner {
  const { supergraphSdl, fixedFields } = apolloSupergraph(sdl);
  // Fields that are no longer required leave marks of that behind, which the checks would complain of.
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: fixedFields.size === 0 });
  const planner = new QueryPlanner(supergraph, { debug: { maxEvaluatedPlans: mostEvaluatedPlans } });
  const apiSchema = supergraph.apiSchema();
  return {
    name: 'apollo',
    plan: async (operation) => {
      const planned = operationFromDocument(apiSchema, documentOf(operation), { validate: false });
      return { plan: fromApolloPlan(planner.buildQueryPlan(planned), fixedFields), planner: 'apollo' };
    },
  };
}
