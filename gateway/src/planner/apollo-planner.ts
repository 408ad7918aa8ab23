import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { fromApolloPlan } from './apollo-plan.ts';
import { apolloSupergraph, type ApolloSupergraph } from './apollo-supergraph.ts';
import { fetchedTogether } from './fetched-together.ts';
import { documentOf } from './planned-operation.ts';
import type { LoadedPlanner, Planner } from './planner.ts';

/** Fields that several subgraphs share multiply the plans there are; this many are weighed at most. */
export const mostEvaluatedPlans = 1_000;

/** Apollo's own planner; it plans synchronously, in JavaScript. */
export function apolloPlanner(supergraphSdl: string, loaded?: LoadedPlanner): Planner {
  const supergraph = apolloSupergraph(supergraphSdl);
  const own = supergraph.isChanged || !loaded ? ownPlanner(supergraph) : null;
  return {
    name: 'apollo',
    plan: async (operation) => {
      const planner = own ?? loaded?.() ?? null;
      if (!planner) throw new Error('The supergraph is not loaded yet');
      const apiSchema = planner.supergraph.apiSchema();
      const planned = operationFromDocument(apiSchema, documentOf(operation), { validate: false });
      const plan = fromApolloPlan(planner.buildQueryPlan(planned), supergraph.fixedFields);
      return { plan: fetchedTogether(plan), planner: 'apollo' };
    },
  };
}

function ownPlanner({ document, fixedFields }: ApolloSupergraph): QueryPlanner {
  // Fields that are no longer required leave marks of that behind, which the checks would complain of.
  const supergraph = Supergraph.build(document, { validateSupergraph: fixedFields.size === 0 });
  return new QueryPlanner(supergraph, { debug: { maxEvaluatedPlans: mostEvaluatedPlans } });
}
