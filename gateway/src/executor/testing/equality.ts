import { apolloPlanner } from '../../planner/apollo-planner.ts';
import type { PlanNode } from '../../planner/plan.ts';
import type { CreatePlanner } from '../../planner/planner.ts';
import type { Outcome } from '../executor-events.ts';
import { compareAnswers, stable, type Comparison } from './compare-answers.ts';
import { noTrouble, type Trouble } from './fate.ts';
import { featuresOf, type Feature } from './features.ts';
import { generateOperation, type GeneratedOperation } from './generate-operation.ts';
import { apolloGraph, compiledGraph, type Answer, type Asked, type MountedGraph } from './mounted-graph.ts';
import { museumSubgraphs } from './museum/museum.ts';
import { testGraph } from './test-graph.ts';
import { oracleOf } from './oracle.ts';

/** What came out of comparing two executors over generated operations. */
export type EqualityReport = Readonly<{
  /** How many answers compared how; APOLLO_WRONG: ours is what the specification says, and Apollo's is not. */
  counts: Record<Comparison | 'APOLLO_WRONG', number>;
  /** What to look at. */
  different: readonly string[];
  /** How many operations had a feature. */
  features: ReadonlyMap<Feature, number>;
  outcomes: ReadonlySet<Outcome>;
}>;

/** One in so many fields. */
const troubles: readonly Omit<Trouble, 'seed'>[] = [
  { ...noTrouble, nulls: 9 },
  { ...noTrouble, failures: 11 },
  { ...noTrouble, lies: 13 },
  { nulls: 40, failures: 40, lies: 40 },
];

/** Apollo's executor takes a null of one subgraph for the answer of all that share a field. */
const knownToBeEmptier: Feature = 'shared values';

/**
 * Runs generated operations through Apollo's executor and through ours, with the same plans: as they are, and with
 * nulls, failures and broken promises at places that chance picks.
 */
export async function compareExecutors(seeds: readonly number[]): Promise<EqualityReport> {
  const outcomes = new Set<Outcome>();
  const graph = testGraph(museumSubgraphs);
  const plans: (PlanNode | null)[] = [];
  const ours = await compiledGraph(graph, {
    createPlanner: remembering(plans),
    mostConditions: 0,
    events: { ran: (outcome) => void outcomes.add(outcome) },
  });
  const apollo = await apolloGraph(graph);
  const oracle = oracleOf(museumSubgraphs, apollo.apiSchema());
  const counts = { SAME: 0, MISPLACED: 0, TOLD_MORE: 0, EMPTIER: 0, DIFFERENT: 0, APOLLO_WRONG: 0 };
  const different: string[] = [];
  const features = new Map<Feature, number>();

  for (const seed of seeds) {
    const operation = generateOperation(apollo.apiSchema(), seed, false);
    const both = await answers(apollo, ours, operation);
    const its = featuresOf(apollo.apiSchema(), operation.query, plans.at(-1) ?? null);
    for (const feature of its) features.set(feature, (features.get(feature) ?? 0) + 1);
    const untroubled = compareAnswers(...both);
    if (untroubled === 'DIFFERENT' || untroubled === 'EMPTIER') {
      const isRight = stable(both[1].data) === stable(await oracle(operation.query, operation.variables));
      counts[isRight ? 'APOLLO_WRONG' : 'DIFFERENT'] += 1;
      if (!isRight) different.push(described(operation, seed, both));
      continue;
    }
    for (const trouble of [noTrouble, ...troubles]) {
      const troubled = await answers(apollo, ours, { ...operation, trouble: { ...trouble, seed } });
      const comparison = compareAnswers(...troubled);
      const isKnown = comparison === 'EMPTIER' && its.has(knownToBeEmptier);
      counts[isKnown ? 'APOLLO_WRONG' : comparison] += 1;
      if (comparison === 'DIFFERENT' || (comparison === 'EMPTIER' && !isKnown)) {
        different.push(described(operation, seed, troubled));
      }
    }
  }
  return { counts, different, features, outcomes };
}

const remembering =
  (plans: (PlanNode | null)[]): CreatePlanner =>
  (supergraphSdl, loaded) => {
    const planner = apolloPlanner(supergraphSdl, loaded);
    return {
      ...planner,
      plan: async (operation) => {
        const planned = await planner.plan(operation);
        plans.push(planned.plan.node);
        return planned;
      },
    };
  };

const answers = async (apollo: MountedGraph, ours: MountedGraph, asked: Asked): Promise<[Answer, Answer]> => [
  await answerOrError(apollo, asked),
  await answerOrError(ours, asked),
];

/** A planner that throws makes an answer too: the same for both. */
async function answerOrError(graph: MountedGraph, asked: Asked): Promise<Answer> {
  try {
    return await graph.ask(asked);
  } catch (error) {
    return { data: { thrown: String(error) }, errors: [], valueCompletion: [], seen: [] };
  }
}

const described = ({ query, variables }: GeneratedOperation, seed: number, [apollo, ours]: [Answer, Answer]): string =>
  [
    `seed ${seed}: ${query} ${JSON.stringify(variables)}`,
    ...[apollo, ours].map(({ data, errors, valueCompletion }) => stable({ data, errors, valueCompletion })),
  ].join('\n');
