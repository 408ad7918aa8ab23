import type { CreatePlanner, PlannerName } from '../../planner/planner.ts';
import type { Outcome } from '../executor-events.ts';
import { stable } from './compare-answers.ts';
import { generateOperation } from './generate-operation.ts';
import { compiledGraph } from './mounted-graph.ts';
import { museumSubgraphs } from './museum/museum.ts';
import { testGraph } from './test-graph.ts';
import { oracleOf } from './oracle.ts';

export type OracleReport = Readonly<{
  different: readonly string[];
  outcomes: ReadonlySet<Outcome>;
  /** How many operations each planner planned, and the requests of all their plans. */
  planned: ReadonlyMap<PlannerName, number>;
  fetches: number;
}>;

/** Runs generated operations of every shape through our executor and compares with what the specification says. */
export async function compareWithOracle(seeds: readonly number[], createPlanner: CreatePlanner): Promise<OracleReport> {
  const outcomes = new Set<Outcome>();
  const planned = new Map<PlannerName, number>();
  let fetches = 0;
  const graph = await compiledGraph(testGraph(museumSubgraphs), {
    createPlanner,
    events: {
      ran: (outcome) => void outcomes.add(outcome),
      planned: (plan) => {
        planned.set(plan.planner, (planned.get(plan.planner) ?? 0) + 1);
        fetches += plan.fetches;
      },
    },
  });
  const oracle = oracleOf(museumSubgraphs, graph.apiSchema());
  const different: string[] = [];
  for (const seed of seeds) {
    const { query, variables } = generateOperation(graph.apiSchema(), seed, true);
    const { data } = await graph.ask({ query, variables });
    const ours = stable(data);
    const theirs = stable(await oracle(query, variables));
    if (ours !== theirs) different.push(`seed ${seed}: ${query} ${JSON.stringify(variables)}\n${ours}\n${theirs}`);
  }
  return { different, outcomes, planned, fetches };
}
