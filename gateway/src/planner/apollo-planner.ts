import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { fromApolloPlan } from './apollo-plan.ts';
import { documentOf } from './planned-operation.ts';
import type { Planner } from './planner.ts';

/** Fields that several subgraphs share multiply the plans there are; this many are weighed at most. */
export const mostEvaluatedPlans = 1_000;

/** Apollo's own planner; it plans synchronously, in JavaScript. */
export function apolloPlanner(supergraphSdl: string): Planner {
  const supergraph = Supergraph.build(supergraphSdl);
  const planner = new QueryPlanner(supergraph, { debug: { maxEvaluatedPlans: mostEvaluatedPlans } });
  const apiSchema = supergraph.apiSchema();
  return {
    name: 'apollo',
    plan: async (operation) => {
      const planned = operationFromDocument(apiSchema, documentOf(operation), { validate: false });
      return { plan: fromApolloPlan(planner.buildQueryPlan(planned)), planner: 'apollo' };
    },
  };
}
